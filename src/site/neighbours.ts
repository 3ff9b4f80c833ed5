import { type ReasonRow, reasonRows } from '../analysis/similar-reasons.ts';
import { type Similar, type SimilarityIndex, similarDocuments, similarTo } from '../analysis/similarity/index.ts';
import type { Postmortem } from '../model/record.ts';

/** What ties two postmortems because somebody recorded it. */
export type Tie = 'repeats' | 'repeated-by' | 'related';

/** Another postmortem of a page's neighbourhood, and why it is there. */
export interface Neighbour {
  postmortem: Postmortem;
  tie?: Tie;
  reasons: ReasonRow[];
}

/** The neighbours of a postmortem: those that began before it, and those that began after it. */
export interface Neighbours {
  earlier: Neighbour[];
  later: Neighbour[];
}

/** As many as a reader looks at; what is tied to the postmortem comes on top. */
const MOST_SIMILAR = 5;

const TIES: Record<Tie, string> = {
  repeats: 'this incident repeats it',
  'repeated-by': 'it repeats this incident',
  related: 'named as related',
};

/** The incidents most like one, and those that are tied to it; each once, the tied ones first, then the most alike. */
export function neighboursOf(
  { id, started }: Postmortem,
  ties: ReadonlyMap<string, Tie>,
  index: SimilarityIndex,
  known: ReadonlyMap<string, Postmortem>,
): Neighbours {
  const { earlier, later } = similarTo(index, id, { count: MOST_SIMILAR });
  const alike = new Map([...earlier, ...later].map((one) => [one.id, one]));
  for (const one of tiedButUnlike(index, id, ties, alike)) alike.set(one.id, one);
  const neighbours = [...new Set([...ties.keys(), ...alike.keys()])].flatMap((other): Neighbour[] => {
    const postmortem = known.get(other);
    const tie = ties.get(other);
    const reasons = withTie(reasonRows(alike.get(other)?.reasons ?? []), tie);
    return postmortem && reasons.length > 0 ? [{ postmortem, reasons, ...(tie && { tie }) }] : [];
  });
  return {
    earlier: neighbours.filter(({ postmortem }) => postmortem.started <= started),
    later: neighbours.filter(({ postmortem }) => postmortem.started > started),
  };
}

/** What is tied to a postmortem and is not among the most alike, with what the two have in common all the same. */
function tiedButUnlike(
  index: SimilarityIndex,
  id: string,
  ties: ReadonlyMap<string, Tie>,
  alike: ReadonlyMap<string, Similar>,
): Similar[] {
  const others = [...ties.keys()].filter((other) => !alike.has(other));
  if (others.length === 0) return [];
  const places = new Set(others.map((other) => index.placeOf.get(other)));
  return similarDocuments(index, id, { count: others.length, only: (place) => places.has(place) });
}

/** A tie stands after a shared signal and before everything else. */
function withTie(rows: readonly ReasonRow[], tie: Tie | undefined): ReasonRow[] {
  if (!tie) return [...rows];
  const signals = rows.filter(({ isCode }) => isCode);
  const others = rows.filter(({ isCode }) => !isCode);
  return [...signals, { label: 'Link', values: [TIES[tie]], isCode: false }, ...others];
}
