/** How much later values tend to be higher (positive) or lower (negative) than earlier ones. */
export interface Tendency {
  n: number;
  /** Pairs in which the later value is higher, less pairs in which it is lower; pairs that are equal in time or value count as 0. */
  s: number;
  /** `s` as a standard normal deviate, one step nearer to 0 for continuity; 0 where it has no spread. */
  z: number;
}

/**
 * The Mann–Kendall test for a monotone tendency of points `[when, value]`, in any order, with Kendall's correction for ties
 * (Kendall and Gibbons, "Rank Correlation Methods", 5th edition, chapter 4). Counted by merging in n·log n steps (Knight, "A
 * computer method for calculating Kendall's tau", JASA 61, 1966).
 */
export function tendencyOf(points: readonly (readonly [when: number, value: number])[]): Tendency {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const n = sorted.length;
  const times = tieSizes(sorted.map(([when]) => when));
  const values = tieSizes(sorted.map(([, value]) => value).sort((a, b) => a - b));
  const both = tieSizes(sorted.map(([when, value]) => `${when} ${value}`));
  const pairs = (sizes: number[]): number => sum(sizes, (t) => (t * (t - 1)) / 2);

  const ordered = pairs([n]) - pairs(times) - pairs(values) + pairs(both);
  const s = ordered - 2 * inversions(sorted.map(([, value]) => value));
  const spread = (sizes: number[]): number => sum(sizes, (t) => t * (t - 1) * (2 * t + 5));
  const double = (sizes: number[]): number => sum(sizes, (t) => t * (t - 1));
  const triple = (sizes: number[]): number => sum(sizes, (t) => t * (t - 1) * (t - 2));
  const variance =
    (spread([n]) - spread(times) - spread(values)) / 18 +
    (n < 2 ? 0 : (double(times) * double(values)) / (2 * double([n]))) +
    (n < 3 ? 0 : (triple(times) * triple(values)) / (9 * triple([n])));
  return { n, s, z: variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0 };
}

function sum(sizes: number[], of: (size: number) => number): number {
  return sizes.reduce((total, size) => total + of(size), 0);
}

/** Sizes of the runs of equal neighbours. */
function tieSizes(sorted: readonly (number | string)[]): number[] {
  const sizes: number[] = [];
  for (const [index, value] of sorted.entries()) {
    if (index > 0 && sorted[index - 1] === value) sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    else sizes.push(1);
  }
  return sizes;
}

/** Pairs of which the earlier value is the higher. */
function inversions(values: readonly number[]): number {
  let from = [...values];
  let into = new Array<number>(from.length);
  let count = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let low = 0; low < from.length; low += 2 * width) {
      const middle = Math.min(low + width, from.length);
      const high = Math.min(low + 2 * width, from.length);
      let left = low;
      let right = middle;
      for (let place = low; place < high; place += 1) {
        const takeRight = left >= middle || (right < high && (from[right] as number) < (from[left] as number));
        if (takeRight) count += middle - left;
        into[place] = from[takeRight ? right++ : left++] as number;
      }
    }
    [from, into] = [into, from];
  }
  return count;
}
