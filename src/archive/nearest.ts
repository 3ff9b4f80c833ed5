import { distance } from 'fastest-levenshtein';

/** The candidate that differs least from `word`, capitals aside; the first of equals; undefined without candidates. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const away = distance(wanted, candidate.toLowerCase());
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}

/** The candidate that was meant by `word`: the nearest, if most of it is in what was written, or all of it at its start. */
export function nearMatch(word: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(word, candidates);
  if (found === undefined) return undefined;
  const [written, near] = [word.toLowerCase(), found.toLowerCase()];
  return written.startsWith(near) || distance(written, near) * 2 < near.length ? found : undefined;
}

/** The words of a hint that offers the nearest candidate; undefined where none has at least half of `word` in it. */
export function nearestHint(word: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(word, candidates);
  if (found === undefined) return undefined;
  const away = distance(word.toLowerCase(), found.toLowerCase());
  return away * 2 > Math.max(word.length, found.length) ? undefined : `the nearest is \`${found}\``;
}
