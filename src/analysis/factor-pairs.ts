import type { Postmortem } from '../model/record.ts';
import type { Grouping } from './groups.ts';
import { comingBack } from './patterns.ts';
import { populationOf, type Standpoint } from './population.ts';

/** Two factors that were present in the same incidents. It does not say that one brings the other. */
export interface FactorPair {
  /** Ids, in the order of the alphabet. */
  a: string;
  b: string;
  count: number;
  /** Newest first. */
  incidents: string[];
}

/** One row of the matrix: how often its factor met each of those before it, and at the end itself. */
export interface FactorRow {
  id: string;
  /** One cell for each row up to this one; the last is the factor itself. */
  cells: { id: string; count: number; incidents: string[] }[];
}

/** Pairs of factors, the most frequent first, then by id. Pairs are formed within an incident only, so the work grows with the incidents. */
export function factorPairsOf(postmortems: readonly Postmortem[], standpoint: Standpoint): FactorPair[] {
  const pairs = new Map<string, FactorPair>();
  for (const { postmortem } of populationOf(postmortems, standpoint).incidents) {
    const ids = [...new Set(postmortem.factors.map(({ id }) => id))].sort();
    for (const [index, a] of ids.entries()) {
      for (const b of ids.slice(index + 1)) {
        const pair = pairs.get(keyOf(a, b)) ?? { a, b, count: 0, incidents: [] };
        pair.count += 1;
        pair.incidents.push(postmortem.id);
        pairs.set(keyOf(a, b), pair);
      }
    }
  }
  return [...pairs.values()].sort((x, y) => y.count - x.count || (keyOf(x.a, x.b) < keyOf(y.a, y.b) ? -1 : 1));
}

/** The matrix of the `size` most frequent factors that came back (two incidents or more): the half below its diagonal. */
export function factorMatrixOf(factors: Grouping, pairs: readonly FactorPair[], size = 10): FactorRow[] {
  const found = new Map(pairs.map((pair) => [keyOf(pair.a, pair.b), pair]));
  const shown = comingBack(factors, size);
  return shown.map((row, index) => ({
    id: row.id,
    cells: shown.slice(0, index + 1).map(({ id }) => {
      const { count, incidents } = id === row.id ? row : (found.get(keyOf(id, row.id)) ?? { count: 0, incidents: [] });
      return { id, count, incidents };
    }),
  }));
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
