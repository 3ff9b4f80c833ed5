import { distance } from 'fastest-levenshtein';
import { toId } from '../../model/id.ts';

/** A record, with everything it is called: its id, its name, its aliases. */
export interface Named {
  file: string;
  name: string;
  names: readonly string[];
}

/** The share of its letters by which a name may differ from one that means the same: a slip or two, an ending. */
const MOST_DIFFERENT = 0.2;

/** The records that are probably meant by `name`: the same words in another order, some words more, or a slip. */
export function nearNames(name: string, records: readonly Named[]): Named[] {
  return records.filter(({ names }) => names.some((other) => isNear(name, other)));
}

function isNear(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const isWithin = fewer.every((word) => more.includes(word));
  // One word is within too many names.
  if (isWithin && (fewer.length > 1 || more.length === 1)) return true;
  const [left, right] = [a.join(' '), b.join(' ')];
  return distance(left, right) <= Math.max(left.length, right.length) * MOST_DIFFERENT;
}

/** The words of a name, plural endings and filling words aside. */
function wordsOf(name: string): string[] {
  return toId(name)
    .split('-')
    .filter((word) => word !== '' && !['a', 'an', 'the', 'of', 'on', 'in', 'to', 'by', 'for'].includes(word))
    .map((word) => (word.length > 3 ? word.replace(/ies$/, 'y').replace(/s$/, '') : word));
}
