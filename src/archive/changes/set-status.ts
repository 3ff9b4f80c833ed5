import { postmortemSchema } from '../../model/postmortem.ts';
import type { Day } from '../../model/record.ts';
import type { ContentFile } from '../files.ts';
import type { Edit } from '../fixes/edits.ts';
import { yamlEdits } from './yaml-edits.ts';
import { openYaml } from './yaml-text.ts';

const ORDER = Object.keys(postmortemSchema.shape);

/** What the front matter of a postmortem says of its status. */
export interface StatedStatus {
  /** As it is written; absent where no status is. */
  status?: string;
  published?: string;
}

/** The status that a file states; undefined where its front matter cannot be read. */
export function statedStatus(raw: string, format: ContentFile['format']): StatedStatus | undefined {
  const yaml = openYaml(raw, format);
  const values: unknown = yaml?.values;
  if (typeof values !== 'object' || values === null) return undefined;
  const { status, published } = values as Record<string, unknown>;
  return {
    ...(typeof status === 'string' && status !== '' && { status }),
    ...(typeof published === 'string' && published !== '' && { published }),
  };
}

/**
 * The edits that give a postmortem a status, and with `on` the day it was published. Undefined where its front matter is
 * written in a way that leaves no certain place for them.
 */
export function statusEdits(
  raw: string,
  format: ContentFile['format'],
  { status, on }: { status: 'review' | 'published'; on?: Day },
): Edit[] | undefined {
  return yamlEdits(raw, format, [
    { set: ['status'], to: status, order: ORDER },
    ...(on === undefined ? [] : [{ set: ['published'], to: on, order: ORDER }]),
  ]);
}
