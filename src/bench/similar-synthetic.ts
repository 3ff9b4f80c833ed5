import { FIELD_WEIGHTS } from '../analysis/similarity/document.ts';
import type { SimilarDocument } from '../analysis/similarity/index.ts';
import { seeded } from './similar-measures.ts';

/** How many different words a synthetic archive draws from, and how many subjects its incidents have. */
const VOCABULARY = 25_000;
const SUBJECTS = 200;
const SUBJECT_WORDS = 60;

/** An incident that was made up, and which of the subjects it tells of. */
export interface SyntheticIncident extends SimilarDocument {
  subject: number;
}

/**
 * Incidents made of invented words: their frequencies fall as those of language do (Zipf), a third of the words of an
 * incident comes from its subject, and each has two signals, a cause, a factor and two services. 450 to 1,350 words each.
 * With another `subjectSeed` the same language tells of other things; `told` is the share of the words of its subject that an
 * incident uses: with all of them the incidents of a subject are equally alike, which no real archive is.
 */
export function syntheticArchive(
  count: number,
  seed: number,
  { subjectSeed = 11, told = 1 } = {},
): SyntheticIncident[] {
  const draw = seeded(seed);
  const words = vocabulary(seeded(7));
  const subjects = subjectsOf(words, seeded(subjectSeed));
  return Array.from({ length: count }, (_, place) => incident(place, words, subjects, draw, told));
}

function incident(
  place: number,
  words: readonly string[],
  subjects: readonly string[][],
  draw: () => number,
  share: number,
): SyntheticIncident {
  const subject = Math.floor(draw() ** 2 * SUBJECTS);
  const own = subjects[subject] ?? [];
  const told = own.filter(() => share === 1 || draw() < share);
  const word = (): string =>
    draw() < 0.33 ? (told[Math.floor(draw() * told.length)] ?? '') : (words[zipf(draw(), words.length)] ?? '');
  const text = (length: number): string => Array.from({ length }, word).join(' ');
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor((place / 10_000) * 3650) * 86_400_000).toISOString();
  const facet = (kind: 'cause' | 'factor' | 'service', number: number) => ({
    kind,
    id: `${kind}-${number}`,
    name: `${kind} ${words[number]}`,
    otherNames: [],
  });
  return {
    subject,
    id: `${day.slice(0, 10)}-${words[300 + (place % 20_000)]}-${place}`,
    date: day,
    fixed: draw() < 0.8,
    texts: [
      { text: text(8), weight: FIELD_WEIGHTS.title },
      { text: text(30), weight: FIELD_WEIGHTS.summary },
      { text: text(12), weight: FIELD_WEIGHTS.mitigation },
      { text: text(400 + Math.floor(draw() * 900)), weight: FIELD_WEIGHTS.prose },
    ],
    signals: [`${own[0]} ${own[subject % 7]}: ${text(5)}`, text(6)],
    facets: [
      facet('cause', subject % 60),
      facet('factor', 60 + Math.floor(draw() * 80)),
      facet('service', 200 + (subject % 40)),
      facet('service', 200 + Math.floor(draw() * 150)),
    ],
  };
}

/** Pronounceable words of two to five syllables, all different. */
function vocabulary(draw: () => number): string[] {
  const words = new Set<string>();
  const letter = (letters: string): string => letters[Math.floor(draw() * letters.length)] ?? '';
  while (words.size < VOCABULARY) {
    const syllables = 2 + Math.floor(draw() * 3.2);
    words.add(
      Array.from(
        { length: syllables },
        () => letter('bcdfghklmnprstvwz') + letter('aeiou') + (draw() < 0.3 ? letter('nrstl') : ''),
      ).join(''),
    );
  }
  return [...words];
}

function subjectsOf(words: readonly string[], draw: () => number): string[][] {
  return Array.from({ length: SUBJECTS }, () =>
    Array.from({ length: SUBJECT_WORDS }, () => words[100 + Math.floor(draw() ** 2 * 8000)] ?? ''),
  );
}

/** A rank by Zipf's law with exponent 1, from a number between 0 and 1. */
function zipf(uniform: number, ranks: number): number {
  return Math.min(ranks - 1, Math.floor((ranks + 1) ** uniform) - 1);
}
