import { allowedInFront } from '../allowances.ts';
import { proseOf } from '../prose.ts';
import type { Moments, PostmortemEntry, Rule } from '../sources.ts';
import type { Path } from '../yaml/places.ts';
import { hint } from './finding.ts';
import { DURATION, minutesIn } from './spoken-duration.ts';

/** Where durations of the incident itself are stated. `impact.downtime` is for one that is counted in another way. */
const FIELDS: readonly { path: Path; read(values: PostmortemEntry['values']): string | undefined }[] = [
  { path: ['title'], read: ({ title }) => title },
  { path: ['summary'], read: ({ summary }) => summary },
  { path: ['impact', 'summary'], read: ({ impact }) => impact?.summary },
];

/** "lasted 75 minutes", "a 75-minute outage": the whole of it. */
const WHOLE = new RegExp(
  `\\b(?:lasted|lasting)(?: for)?(?: \\w+){0,2}? (${DURATION})\\b|\\b(${DURATION})[ -](?:long )?(?:outage|incident|downtime|interruption)\\b`,
  'giu',
);

/** A piece of all that the patterns find: most texts state nothing, and need not be read closer. */
const BESIDE_DURATION = / for\b|last(?:ed|ing)|took|outage|incident|downtime|interruption/i;

/** "was down for 75 minutes": part of it, or the whole. Nothing of the past before it: "had been failing for weeks". */
const PART = new RegExp(
  `\\b(?:down|unavailable|unreachable|offline|unusable|failed|failing|fail|stood still|out|interrupted|could not(?: \\w+){1,6}|unable to(?: \\w+){1,6}) for(?: \\w+){0,2}? (${DURATION})\\b`,
  'giu',
);

/** In the body, where other durations stand too: what is said of the incident itself. */
const OF_THIS = new RegExp(
  `\\b(?:the|this|our) (?:whole |entire )?(?:outage|incident|downtime|interruption) (?:lasted|took)(?: for)?(?: \\w+){0,2}? (${DURATION})\\b`,
  'giu',
);

export const statedDuration: Rule = {
  name: 'stated-duration',
  what: 'A duration of the incident, in the title, the summary, the impact or the text, agrees with its times.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const spans = spansOf(entry.moments);
      if (spans.length === 0 || entry.values.ongoing) continue;
      const longest = Math.max(...spans);
      const fault = (words: string) => ({
        rule: this.name,
        message: `“${words}” contradicts the times: from \`started\` to the end there are ${spoken(longest)}`,
        hint: 'correct the one that is wrong; a downtime that is counted otherwise stands in `impact.downtime`',
      });
      const contradicts = ({ minutes, isPart }: Stated): boolean =>
        isPart ? minutes > longest && !isNear(minutes, longest) : !spans.some((span) => isNear(minutes, span));
      for (const { path, read } of FIELDS) {
        // Places ask for the text as it was written, which is parsed anew: only where there is something to say.
        if (stated(read(entry.values) ?? '').length === 0) continue;
        for (const one of stated(entry.places.text(path)?.trim() ?? '').filter(contradicts)) {
          if (allowedInFront(entry.text, entry.places, path)) continue;
          yield { ...hint(entry, path, fault(one.words)), position: entry.places.inText(path, one.offset) };
        }
      }
      if (!stated(entry.body, [OF_THIS]).some(contradicts)) continue;
      for (const { field, text, positionOf, isAllowed } of proseOf(entry)) {
        if (field !== undefined) continue;
        for (const { words, offset } of stated(text, [OF_THIS]).filter(contradicts)) {
          if (!isAllowed(offset)) yield { ...hint(entry, undefined, fault(words)), position: positionOf(offset) };
        }
      }
    }
  },
};

interface Stated {
  words: string;
  minutes: number;
  offset: number;
  /** True if it may be a part of the whole. */
  isPart: boolean;
}

function stated(text: string, patterns: readonly RegExp[] = [WHOLE, PART]): Stated[] {
  if (!BESIDE_DURATION.test(text)) return [];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, 1: one, 2: other, index }) => {
      const words = one ?? other ?? '';
      const minutes = minutesIn(words);
      const clause =
        text
          .slice(0, index)
          .split(/[.;:,]/)
          .at(-1) ?? '';
      if (minutes === undefined || /\b(?:had|has|have) (?:been|\w+ed)?\s*$/i.test(clause)) return [];
      return [{ words, minutes, offset: index + match.indexOf(words), isPart: pattern === PART }];
    }),
  );
}

/** The lengths of time that an incident may be said to have taken, in minutes. */
function spansOf({ started, detected, acknowledged, mitigated, resolved, windows }: Moments): number[] {
  const starts = [started, detected, acknowledged].flatMap((moment) => moment ?? []);
  const ends = [mitigated, resolved].flatMap((moment) => moment ?? []);
  if (started === undefined || ends.length === 0) return [];
  const spans = starts.flatMap((start) => ends.map((end) => minutesBetween(start, end)));
  const inWindows = windows.reduce((sum, window) => sum + (window ? minutesBetween(window.from, window.to) : 0), 0);
  return [...spans, inWindows].filter((span) => span > 0);
}

/** Words round: to a quarter, and never finer than five minutes. */
function isNear(minutes: number, span: number): boolean {
  return Math.abs(minutes - span) <= Math.max(5, 0.25 * Math.max(minutes, span));
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

function spoken(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 120 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
