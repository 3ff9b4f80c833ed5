import type { ReadOptions } from '../archive.ts';
import type { ContentFile } from '../files.ts';
import { type Edit, withEdits } from '../fixes/edits.ts';
import type { Problem } from '../problem.ts';
import { positionsBefore } from './positions-before.ts';
import { rehearse } from './rehearse.ts';

/**
 * The problems that a file will have with `edits` made, and no other file's: each at the place where what it speaks of stands
 * now, without one where that does not stand there yet.
 */
export async function judgeEdits(
  options: ReadOptions,
  { file }: Pick<ContentFile, 'file'>,
  raw: string,
  edits: readonly Edit[],
): Promise<{ problems: Problem[]; siteUrl: string | undefined }> {
  const texts = new Map([[file, withEdits(raw, edits)]]);
  const { problems, site } = await rehearse(options, { texts, moves: new Map() });
  const placeOf = positionsBefore(raw, edits);
  const own = problems
    .filter((problem) => problem.file === file)
    .map(({ position, ...problem }): Problem => {
      const place = position && placeOf(position);
      return { ...problem, ...(place && { position: place }) };
    });
  return { problems: own, siteUrl: site.url };
}
