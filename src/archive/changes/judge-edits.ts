import type { ReadOptions } from '../archive.ts';
import type { ContentFile } from '../files.ts';
import { type Edit, withEdits } from '../fixes/edits.ts';
import type { Problem } from '../problem.ts';
import { positionsBefore } from './positions-before.ts';
import { rehearse } from './rehearse.ts';

/** A problem of a file as it is to become. */
export interface JudgedProblem extends Problem {
  /** True where it speaks of what does not stand there yet. */
  ofNewText: boolean;
}

/**
 * The problems that a file will have with `edits` made, and no other file's: each at the place where what it speaks of stands
 * now, without one where that does not stand there yet.
 */
export async function judgeEdits(
  options: ReadOptions,
  { file }: Pick<ContentFile, 'file'>,
  raw: string,
  edits: readonly Edit[],
): Promise<{ problems: JudgedProblem[]; siteUrl: string | undefined }> {
  const texts = new Map([[file, withEdits(raw, edits)]]);
  const { problems, site } = await rehearse(options, { texts, moves: new Map() });
  const placeOf = positionsBefore(raw, edits);
  const own = problems
    .filter((problem) => problem.file === file)
    .map(({ position, ...problem }): JudgedProblem => {
      const place = position && placeOf(position);
      return { ...problem, ...(place && { position: place }), ofNewText: position !== undefined && !place };
    });
  return { problems: own, siteUrl: site.url };
}
