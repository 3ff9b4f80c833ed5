import { cleanPaste } from '../../analysis/similarity/clean-paste.ts';
import { fold, tokensOf } from '../../analysis/similarity/tokens.ts';
import type { PostmortemEntry, Rule } from '../sources.ts';
import type { Path } from '../yaml/places.ts';
import { hint } from './finding.ts';

/** What two incidents may share that says they are the same failure. */
interface Marks {
  /** Signals as they were written, by what does not change from one occurrence to the next. */
  signals: Map<string, string>;
  /** A cause and a service, by their ids. */
  pairs: Set<string>;
}

/** A cause that so many of the earlier incidents have says nothing of one of them. */
const RARE = 3;

/** A signal of fewer words is a word that many failures share. */
const LEAST_WORDS = 2;

/** A signal is told by its beginning. In characters. */
const LONGEST = 80;

export const similarIncident: Rule = {
  name: 'similar-incident',
  what: 'A postmortem that is being written links the earlier incident with the same signal, or with the same rare cause in the same service.',
  *judge({ postmortems }) {
    const open = postmortems.filter((entry) => isShown(entry) && entry.values.status !== 'published');
    if (open.length === 0) return;
    const all = postmortems.filter(isShown);
    const asked = new Map(open.map((entry) => [entry, marksOf(entry)]));
    const mayBeShared = signalsLike([...asked.values()].flatMap(({ signals }) => [...signals.keys()]));
    const marks = new Map(all.map((entry) => [entry, asked.get(entry) ?? marksOf(entry, mayBeShared)]));
    const links = new Map(all.map((entry) => [entry.id, linksOf(entry)]));
    // The latest first.
    all.sort((a, b) => (began(a) < began(b) ? 1 : began(a) > began(b) ? -1 : 0));
    const holders = holdersOf(all, marks);
    for (const entry of open) {
      const own = marks.get(entry);
      const isNews = (other: PostmortemEntry): boolean =>
        began(other) < began(entry) && !areLinked(entry.id, other.id, links);
      const found = (['signals', 'pairs'] as const)
        .flatMap((kind) =>
          [...(own?.[kind].keys() ?? [])].flatMap((key) => {
            const same = holders[kind].get(key) ?? [];
            if (kind === 'pairs' && same.length > RARE) return [];
            const other = same.find(isNews);
            return other && own ? [{ other, why: whyOf(kind, key, own) }] : [];
          }),
        )
        .at(0);
      if (!found) continue;
      yield hint(entry, pathOf(entry, found.why), {
        rule: this.name,
        message: `looks like \`${found.other.id}\`: ${found.why.text}`,
        hint: 'link it in `related` or `recurrenceOf`, or leave it',
      });
    }
  },
};

/** Where the file says what the other one says too. */
function pathOf({ values }: PostmortemEntry, why: { signal?: string }): Path {
  if (why.signal === undefined) return ['causes'];
  const place = (values.signals ?? []).indexOf(why.signal);
  return place < 0 ? ['detection', 'alert'] : ['signals', place];
}

/** What others may be told of, and what happened at all. */
function isShown({ values, moments }: PostmortemEntry): boolean {
  return values.visibility !== 'restricted' && values.type !== 'exercise' && moments.started !== undefined;
}

function began({ moments }: PostmortemEntry): string {
  return moments.started ?? '';
}

function marksOf({ values }: PostmortemEntry, isAsked: (signal: string) => boolean = () => true): Marks {
  const seen = [...(values.signals ?? []), values.detection?.alert].filter((text) => typeof text === 'string');
  const signals = new Map(
    seen
      .filter(isAsked)
      .map((text) => [keyOf(text), text] as const)
      .filter(([key]) => key !== ''),
  );
  const causes = Array.isArray(values.causes) ? values.causes : [];
  const ids = causes.map((cause) => (typeof cause === 'string' ? cause : cause?.id)).filter((id) => id !== undefined);
  const services = (values.services ?? []).filter((id) => typeof id === 'string');
  return { signals, pairs: new Set(ids.flatMap((cause) => services.map((service) => `${cause} ${service}`))) };
}

/** The words of a signal without its times, counters and ids; empty where too few are left. */
export function keyOf(signal: string): string {
  const tokens = tokensOf(cleanPaste(signal).kept);
  const words = tokens.reduce((sum, token) => sum + Math.max(1, token.words.length - 1), 0);
  return words < LEAST_WORDS ? '' : tokens.map(({ words: [whole] }) => whole).join(' ');
}

/** Tells of a signal, at a glance, whether it may have one of these keys: most of an archive has none, and is not read closer. */
export function signalsLike(keys: readonly string[]): (signal: string) => boolean {
  const longest = keys.map((key) => {
    const words = key.split(' ').filter((word) => /^[a-z]{4,}$/.test(word));
    return words.reduce((most, word) => (word.length > most.length ? word : most), '');
  });
  if (longest.includes('')) return () => true;
  if (longest.length === 0) return () => false;
  const any = new RegExp([...new Set(longest)].join('|'));
  return (signal) => any.test(fold(signal).replace(/[-._\u2010\u2011]/g, ''));
}

function whyOf(kind: keyof Marks, key: string, own: Marks): { text: string; signal?: string } {
  if (kind === 'signals') {
    const signal = own.signals.get(key) ?? '';
    return { text: `same signal \`${beginningOf(signal)}\``, signal };
  }
  const [cause, service] = key.split(' ');
  return { text: `same cause \`${cause}\` in \`${service}\`` };
}

function linksOf({ values }: PostmortemEntry): Set<string> {
  return new Set([...(values.related ?? []), values.recurrenceOf].filter((id) => typeof id === 'string'));
}

function beginningOf(signal: string): string {
  const [line = ''] = signal.trim().split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

/** True where one names the other, or both name a third. */
function areLinked(a: string, b: string, links: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [ofA, ofB] = [links.get(a), links.get(b)];
  return ofA?.has(b) === true || ofB?.has(a) === true || [...(ofA ?? [])].some((id) => ofB?.has(id));
}

/** Which postmortems have each mark, in the order of `all`. */
function holdersOf(
  all: readonly PostmortemEntry[],
  marks: ReadonlyMap<PostmortemEntry, Marks>,
): Record<keyof Marks, Map<string, PostmortemEntry[]>> {
  const holders = { signals: new Map<string, PostmortemEntry[]>(), pairs: new Map<string, PostmortemEntry[]>() };
  for (const entry of all) {
    for (const kind of ['signals', 'pairs'] as const) {
      for (const key of marks.get(entry)?.[kind].keys() ?? []) {
        const same = holders[kind].get(key);
        if (same) same.push(entry);
        else holders[kind].set(key, [entry]);
      }
    }
  }
  return holders;
}
