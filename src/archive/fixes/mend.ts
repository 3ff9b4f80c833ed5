import { postmortemSchema } from '../../model/postmortem.ts';
import type { ContentFile } from '../files.ts';
import type { Problem } from '../problem.ts';
import { type Edit, withEdits } from './edits.ts';
import { keyOrderEdits, trailingBlankEdits } from './front-matter-edits.ts';
import { problemEdits } from './problem-edits.ts';

const ORDER = Object.keys(postmortemSchema.shape);

/**
 * A file as it is with all that is mechanical mended: what `problems` of it have one way out, blanks at the ends of lines of
 * YAML, the order of a postmortem's keys. `count` says how many things were changed.
 */
export function mend(
  raw: string,
  { kind, format }: Pick<ContentFile, 'kind' | 'format'>,
  problems: readonly Problem[],
): { text: string; count: number } {
  let text = raw;
  let count = 0;
  const apply = (edits: readonly Edit[]): void => {
    text = withEdits(text, edits);
    count += edits.length;
  };
  apply(problemEdits(text, problems));
  apply(trailingBlankEdits(text, format === 'yaml'));
  if (kind === 'postmortem') apply(keyOrderEdits(text, ORDER));
  return { text, count };
}
