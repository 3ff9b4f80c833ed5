import type { SourceField, Words } from './words/words.ts';

/** The words of a language, ready to be looked up. */
export interface Lexicon {
  words: Words;
  /** What a section under this heading holds. */
  heading(title: string): SourceField | undefined;
  /** What a label or key of this name holds. */
  label(name: string): SourceField | undefined;
  /** True for a heading that names the sort of text and not the incident: `Postmortem`, `Incident details`. */
  isGeneric(title: string): boolean;
  /** True if a cell or value says that nothing is known. */
  isUnknown(text: string): boolean;
}

/** Builds the look-up; `headings` and `labels` of a map file go before those of the language. */
export function lexiconOf(
  words: Words,
  own: { headings?: Record<string, SourceField>; labels?: Record<string, SourceField> } = {},
): Lexicon {
  const table = (
    shipped: Partial<Record<SourceField, readonly string[]>>,
    extra: Record<string, SourceField> = {},
  ): Map<string, SourceField> => {
    const map = new Map<string, SourceField>();
    for (const [field, names] of Object.entries(shipped)) {
      for (const name of names) if (!map.has(normal(name))) map.set(normal(name), field as SourceField);
    }
    for (const [name, field] of Object.entries(extra)) map.set(normal(name), field);
    return map;
  };
  const headings = table(words.headings, own.headings);
  const labels = table(words.labels, own.labels);
  const unknown = new Set(words.unknown.map((word) => word.toLowerCase()));
  const generic = new Set(words.generic.map(normal));
  const found = (map: Map<string, SourceField>, text: string): SourceField | undefined =>
    map.get(normal(text)) ?? map.get(normal(withoutAside(text)));
  return {
    words,
    heading: (title) => found(headings, title),
    label: (name) => found(labels, name),
    isGeneric: (title) => generic.has(normal(title)),
    isUnknown: (text) =>
      /^[\s?._–—-]*$/.test(text) ||
      unknown.has(
        text
          .trim()
          .toLowerCase()
          .replace(/[.!]+$/, ''),
      ),
  };
}

/** `## 4) :eyes: Time-line of Events:` and `timeline_of_events` are one: `time line of events` keeps its words. */
export function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/[’'`*]/g, '')
    .replace(/^\s*(?:(?:step|part|section)\s+)?\d+(?:\.\d+)*\s*[.):-]?\s+/, '')
    .replace(/^\s*[ivx]+[.)]\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without what stands in brackets or after a dash: `Timeline (UTC)`, `Timeline - all times in UTC`. */
function withoutAside(text: string): string {
  return text
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/\s(?:[-–—|]|:)\s.*$/, ' ')
    .replace(/,.*$/, ' ');
}
