import { cleanPaste } from './clean-paste.ts';
import type { FacetKind, SimilarDocument } from './document.ts';
import type { SimilarityIndex } from './open-index.ts';
import type { TextQuestion } from './question.ts';
import { rarityOf } from './rarity.ts';
import type { Reason } from './reasons.ts';
import { tokensOf } from './tokens.ts';

/** What a document agrees on with what was asked, beside its words. */
export interface Agreement {
  lift: number;
  reasons: Reason[];
}

/** Finds what documents agree on: of all by what they name, of the candidates also by their signals. */
export type AgreementFinder = (candidates: readonly number[]) => Map<number, Agreement>;

/** What agreement is worth beside a cosine, which runs from 0 to 1 and seldom passes 0.7 between two incidents. */
const LIFT: Record<FacetKind | 'signal', number> = {
  signal: 0.3,
  cause: 0.2,
  factor: 0.1,
  service: 0.1,
  trigger: 0.03,
};

/** The share of the words of a signal, weighed by rarity, that makes it the same signal. */
const SAME_SIGNAL = 0.6;

const ORDER: readonly FacetKind[] = ['cause', 'factor', 'service', 'trigger'];

/** What documents agree on with one of the archive. */
export function agreementWithDocument(index: SimilarityIndex, place: number): AgreementFinder {
  const own = index.facets.filter(({ documents }) => documents.includes(place));
  return agreementWith(index, own, index.signals[place] ?? []);
}

/** What documents agree on with one that need not be in the archive. */
export function agreementWithDraft(index: SimilarityIndex, { facets, signals }: SimilarDocument): AgreementFinder {
  const own = index.facets.filter(({ kind, id }) => facets.some((facet) => facet.kind === kind && facet.id === id));
  return agreementWith(index, own, signals);
}

function agreementWith(
  index: SimilarityIndex,
  facets: SimilarityIndex['facets'],
  signals: readonly string[],
): AgreementFinder {
  const own = signals.map((signal) => wordsOfSignal(index, signal));
  return (candidates) => {
    const agreements = agreementOnFacets(index, facets);
    addSignals(index, candidates, agreements, (words) =>
      Math.max(0, ...own.map((other) => shared(words, other) / (Math.max(sum(words), sum(other)) || 1))),
    );
    return agreements;
  };
}

/** A text of so few features says no word by chance. */
const BRIEF = 20;

/** What documents agree on with a text: what it names from the catalogue, and signals that stand in it. */
export function agreementWithText(index: SimilarityIndex, question: TextQuestion): AgreementFinder {
  const has = (word: string): boolean => {
    const feature = index.ofWord.get(word);
    return feature !== undefined && question.features.has(feature);
  };
  const says = (name: string): boolean => {
    const tokens = tokensOf(name);
    return tokens.length > 0 && tokens.every((token) => question.said.has(token.words[0] ?? ''));
  };
  // A plain word among the other names, such as `validation`, stands in many a long log.
  const isTelling = (name: string): boolean => /.[\p{Lu}\p{N}_]|\s/u.test(name) || question.features.size <= BRIEF;
  const { finder } = index.vocabulary;
  const means = (name: string): boolean => finder.meaning(tokensOf(name)).some((group) => question.meant.has(group));
  const named = index.facets.filter(
    ({ kind, name, otherNames }) =>
      kind !== 'trigger' &&
      (says(name) || otherNames.some((other) => isTelling(other) && (says(other) || means(other)))),
  );
  return (candidates) => {
    const agreements = agreementOnFacets(index, named);
    addSignals(index, candidates, agreements, (words) => {
      const all = sum(words);
      return all === 0 ? 0 : sum(new Map([...words].filter(([word]) => has(word)))) / all;
    });
    return agreements;
  };
}

function agreementOnFacets(index: SimilarityIndex, facets: SimilarityIndex['facets']): Map<number, Agreement> {
  const agreements = new Map<number, Agreement>();
  for (const kind of ORDER) {
    for (const facet of facets) {
      if (facet.kind !== kind) continue;
      const lift = LIFT[kind] * shareOfRarest(index, rarityOf(facet.documents.length, index.size, index.prior));
      for (const document of facet.documents) {
        add(agreements, document, lift, { kind, id: facet.id, name: facet.name });
      }
    }
  }
  return agreements;
}

/** Adds the signals of candidates that agree, the one that agrees most first among the reasons. */
function addSignals(
  index: SimilarityIndex,
  candidates: readonly number[],
  agreements: Map<number, Agreement>,
  agreementOf: (words: Map<string, number>) => number,
): void {
  for (const place of candidates) {
    let best: { text: string; share: number; worth: number } | undefined;
    for (const text of index.signals[place] ?? []) {
      const words = wordsOfSignal(index, text);
      const share = agreementOf(words);
      const worth = share * shareOfRarest(index, sum(words));
      if (share >= SAME_SIGNAL && worth > (best?.worth ?? 0)) best = { text, share, worth };
    }
    if (best) add(agreements, place, LIFT.signal * best.worth, { kind: 'signal', text: best.text });
  }
}

/** What does not change from one occurrence of a signal to the next, each word with its rarity. */
function wordsOfSignal(index: SimilarityIndex, signal: string): Map<string, number> {
  const known = index.signalWords.get(signal);
  if (known) return known;
  const words = tokensOf(cleanPaste(signal).kept).map((token) => token.words[0] ?? '');
  const rarities = new Map(words.map((word) => [word, index.features[index.ofWord.get(word) ?? -1]?.rarity ?? 0]));
  index.signalWords.set(signal, rarities);
  return rarities;
}

function shared(a: Map<string, number>, b: Map<string, number>): number {
  return sum(new Map([...a].filter(([word]) => b.has(word))));
}

function sum(words: Map<string, number>): number {
  let total = 0;
  for (const rarity of words.values()) total += rarity;
  return total;
}

/** How rare a word or several are beside one that only one document has: 0 for what all have, at most 1. */
function shareOfRarest({ size, prior }: SimilarityIndex, rarity: number): number {
  return Math.min(1, rarity / rarityOf(1, size, prior));
}

function add(agreements: Map<number, Agreement>, place: number, lift: number, reason: Reason): void {
  const agreement = agreements.get(place) ?? { lift: 0, reasons: [] };
  agreement.lift += lift;
  if (reason.kind === 'signal') agreement.reasons.unshift(reason);
  else if (lift > 0) agreement.reasons.push(reason);
  agreements.set(place, agreement);
}
