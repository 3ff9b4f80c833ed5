import type { Hit, HitData } from './client.ts';
import { excerptParts, markWords, type TextPart } from './excerpt.ts';

/** One result as it is shown: everything in words, nothing in markup. */
export interface ResultView {
  href: string;
  title: TextPart[];
  /** What fixed it; only incidents have it. */
  fixed?: TextPart[];
  /** What kind of page it is, where it is no incident: `Root cause`. */
  kind?: string;
  /** How long it took in words: `44 min to mitigate`, `1 h 8 min to resolve`. */
  took: string[];
  facts: string[];
  severity?: { id: string; stones: number };
  /** Words of the query that the page does not hold. */
  missing: string[];
  /** Words of the query, and how the page says them: `k8s` as `kubernetes`. */
  instead?: { from: string; text: string }[];
  /** The passage that matched, else the summary. */
  passage: TextPart[];
  /** Where in the page the passage stands, if it has a heading of its own. */
  section?: { title: string; href: string };
}

/**
 * Makes a result of what Pagefind holds of a page and SearchRecord.astro put there.
 *
 * @param words what was searched, to be marked in titles and summaries
 * @param severities the site's scale, the worst first: the worst has four stones, the fourth and those after it one
 */
export function resultView(
  data: HitData,
  words: readonly string[],
  severities: readonly string[],
  { missing = [], instead = [] }: Pick<Hit, 'missing' | 'instead'> = {},
): ResultView {
  const { title = '', fixed, kind, took, eased, day, severity, services, state, summary = '' } = data.meta;
  const { parts: passage, section } = passageOf(data, title);
  const matched = passage.some(({ marked }) => marked);
  return {
    href: data.url,
    title: markWords(title, words),
    took: present([eased && `${eased} to mitigate`, took]),
    facts: present([day, services, state]),
    missing: [...missing],
    ...(instead.length > 0 && { instead }),
    passage: matched || !summary ? passage : markWords(summary, words),
    ...(fixed && { fixed: markWords(fixed, words) }),
    ...(kind && { kind }),
    ...(severity && { severity: { id: severity, stones: stonesOf(severity, severities) } }),
    ...(matched && section && { section }),
  };
}

function present(texts: (string | undefined)[]): string[] {
  return texts.filter((text): text is string => Boolean(text));
}

/** How many stones the pile of a severity has, on a scale that begins with the worst: four to one. */
export function stonesOf(severity: string, severities: readonly string[]): number {
  const rank = severities.indexOf(severity);
  return rank < 0 ? 1 : Math.max(1, 4 - rank);
}

interface Passage {
  parts: TextPart[];
  section?: ResultView['section'];
}

/** The part of the page that holds most of the words, and the heading over it; above the first heading there is none. */
function passageOf({ excerpt, sub_results }: HitData, title: string): Passage {
  const held = ({ parts }: Passage): number =>
    new Set(parts.filter(({ marked }) => marked).map(({ text }) => text.toLowerCase())).size;
  const passages = sub_results.map((part): Passage => {
    const parts = withoutTitle(excerptParts(part.excerpt), part.anchor ? part.title : title);
    return part.anchor ? { parts, section: { title: part.title, href: part.url } } : { parts };
  });
  const [most] = passages.sort((a, b) => held(b) - held(a));
  return most ?? { parts: withoutTitle(excerptParts(excerpt), title) };
}

/** A passage begins with the heading it stands under, which is shown by itself. */
function withoutTitle(parts: TextPart[], title: string): TextPart[] {
  const text = parts.map((part) => part.text).join('');
  if (!title || !text.startsWith(title)) return parts;
  let skip = title.length + (/^\.?\s*/.exec(text.slice(title.length))?.[0].length ?? 0);
  return parts.flatMap((part) => {
    const rest = part.text.slice(skip);
    skip = Math.max(0, skip - part.text.length);
    return rest ? [{ ...part, text: rest }] : [];
  });
}
