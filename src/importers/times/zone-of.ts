import { type Document, type Node, plainWords, type Section } from '../document.ts';
import type { Words } from '../words/words.ts';
import { cityZone } from './city-zones.ts';
import { findZone, SHARED_ABBREVIATION, type Zone } from './zone-words.ts';

/** The zone that a file says its times are in. */
export interface StatedZone {
  zone: Zone;
  /** The words that say it. */
  from: string;
  /** The paragraph that says that and nothing else. */
  paragraph?: Node;
}

/** Looks for the sentence, heading or column that names the zone of all times; `unclear` holds words that name none for sure. */
export function zoneOf(
  document: Document,
  words: Words,
  zones: Record<string, Zone> = {},
): { stated?: StatedZone; unclear?: string } {
  let unclear: string | undefined;
  const judge = (text: string, paragraph?: Node): StatedZone | undefined => {
    const own = Object.keys(zones).find((name) => hasWord(text, [name]));
    const zone = own === undefined ? (findZone(text) ?? cityZone(text)) : zones[own];
    if (zone) return { zone, from: text.trim(), ...(paragraph && { paragraph }) };
    unclear ??= text.trim();
    return undefined;
  };
  for (const section of document.sections) {
    // `> All times are CET`: a note set apart.
    const blocks = section.blocks.flatMap((block) => (block.type === 'blockquote' ? block.children : [block]));
    for (const block of blocks) {
      if (block.type === 'table') {
        const column = block.children[0]?.children
          .map(plainWords)
          .find((name) => findZone(name) && hasWord(name, words.timesAre.times));
        const stated = column === undefined ? undefined : judge(column);
        if (stated) return { stated };
      }
      if (block.type !== 'paragraph') continue;
      for (const sentence of plainWords(block).split(/(?<=[.!?])\s+|\n/)) {
        // `On 9 January (all times in CET), search …`: within a sentence, brackets set such words apart.
        const part = [sentence, ...(sentence.match(/(?<=\()[^()]+(?=\))/g) ?? [])].find((one) =>
          isAboutZone(one, words),
        );
        if (part === undefined) continue;
        const isAlone = plainWords(block).length <= part.length + 2;
        const stated = judge(part, isAlone ? block : undefined);
        if (stated) return { stated };
      }
    }
    const stated = isTimeHeading(section, words) ? judge(section.title) : undefined;
    if (stated) return { stated };
  }
  return unclear === undefined ? {} : { unclear };
}

/** `All times in UTC`, `Times are CET`: short, of times, and either with a name of a zone or with a word that leads to one. */
export function isAboutZone(sentence: string, { timesAre }: Words): boolean {
  if (sentence.length > 120 || !hasWord(sentence, timesAre.times)) return false;
  const start = new RegExp(
    `^[^\\p{L}]*(?:(?:please )?note[:,]? |n\\.?b\\.? |\\(?all |the |\\p{L}+ )?(?:of the |the )?(?:${timesAre.times.join('|')})\\b`,
    'iu',
  );
  // `All times UTC` needs no word between.
  const isShort = sentence.length <= 40 && findZone(sentence) !== undefined;
  if (!start.test(sentence) || !(isShort || hasWord(sentence, timesAre.link)))
    return /^\s*\(?(?:time ?zone)\s*:/i.test(sentence) && !!findZone(sentence);
  return (
    findZone(sentence) !== undefined ||
    cityZone(sentence) !== undefined ||
    /\b(?:in|are)\b[^.]{0,30}\b(?:[A-Z]{2,4}|[A-Z][A-Za-z]*\/[A-Z][a-z]+|time ?zone)\b/.test(sentence) ||
    SHARED_ABBREVIATION.test(sentence)
  );
}

/** An abbreviation of several zones, anywhere in a few words. */
const SHARED = new RegExp(`(?<![A-Za-z])${SHARED_ABBREVIATION.source.slice(1)}`);

function isTimeHeading(section: Section, words: Words): boolean {
  // `## Timeline (UTC) {#timeline}`: an anchor behind the words is none of them.
  const title = section.title.replace(/\s*\{[^{}]*\}\s*$/, '');
  const aside = /[([]([^)\]]*)[)\]]\s*:?$/.exec(title)?.[1];
  return (
    aside !== undefined &&
    (findZone(aside) ?? cityZone(aside) ?? (SHARED.test(aside) || undefined)) !== undefined &&
    (hasWord(section.title, words.timesAre.times) || /timeline/i.test(section.title))
  );
}

function hasWord(text: string, list: readonly string[]): boolean {
  return list.some((word) =>
    new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'iu').test(text),
  );
}
