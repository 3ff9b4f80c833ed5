import { createHash } from 'node:crypto';
import { actionFactsOf, isOpen } from '../analysis/action-facts.ts';
import type { PackedIndex } from '../analysis/similarity/index.ts';
import { plainText } from '../archive/body/inline.ts';
import type { Postmortem } from '../model/record.ts';
import { formatLate, formatUntil } from './format.ts';
import { type Records, records } from './records.ts';
import { searchIncident } from './search-records.ts';
import { similarity } from './similarity.ts';

/** What a result shows of an incident beside the reasons. Everything is plain text. */
export interface SimilarCard {
  title: string;
  /** What fixed it. */
  fixed?: string | undefined;
  /** The time to mitigate: `44 min`. */
  eased?: string | undefined;
  /** How long it took: `1 h 8 min to resolve`, `ongoing`, `time to resolve not recorded`. */
  took?: string | undefined;
  day?: string | undefined;
  severity?: string | undefined;
  services?: string | undefined;
  /** What keeps it from being final: `in review`. */
  state?: string | undefined;
  /** Its open actions, where it has any. */
  open?: { id: string; what: string; due?: string; late?: true }[] | undefined;
}

/** What `/similar/` fetches: an index, and what to show of each of its documents, in their order. */
export interface SimilarFile {
  index: PackedIndex;
  cards: SimilarCard[];
}

/** The file as it is sent, and its name. */
export interface NamedFile {
  /** Changes with what it holds. */
  digest: string;
  text: string;
}

/** The file that `/similar/` fetches. The same records on the same day give the same bytes. */
export async function similarFile(): Promise<NamedFile> {
  const archive = await records();
  const { packed } = await similarity();
  const cards = packed.ids.flatMap((id) => {
    const postmortem = archive.postmortem.get(id);
    return postmortem ? [cardOf(postmortem, archive)] : [];
  });
  const file: SimilarFile = { index: packed, cards };
  const text = JSON.stringify(file);
  return { digest: createHash('sha256').update(text).digest('hex').slice(0, 16), text };
}

function cardOf(postmortem: Postmortem, archive: Records): SimilarCard {
  const { fixed, eased, took, day, severity, services, state } = searchIncident(postmortem, archive).meta;
  const open = actionFactsOf(postmortem, archive.site, archive.asOf)
    .filter(isOpen)
    .map(({ action, daysLate, daysUntil }) => ({
      id: action.id,
      what: plainText(action.what),
      ...(daysLate !== undefined && { due: formatLate(daysLate), late: true as const }),
      ...(daysUntil !== undefined && { due: formatUntil(daysUntil) }),
    }));
  return {
    title: plainText(postmortem.title),
    fixed,
    eased,
    took,
    day,
    severity,
    services: services || undefined,
    state,
    ...(open.length > 0 && { open }),
  };
}
