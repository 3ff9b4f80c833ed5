import type { ReadOptions } from '../archive.ts';
import { type Edit, withEdits } from '../fixes/edits.ts';
import type { Problem } from '../problem.ts';
import { type Move, movedPath } from './link-edits.ts';
import { positionsBefore } from './positions-before.ts';
import { rehearse } from './rehearse.ts';

/** A problem of a file as it is to become. */
export interface JudgedProblem extends Problem {
  /** True where it speaks of what does not stand there yet. */
  ofNewText: boolean;
}

/** The edits of files, by path, each with the file as it is. */
export type FileEdits = ReadonlyMap<string, { raw: string; edits: readonly Edit[] }>;

/**
 * The problems that an archive will have once the edits, and a move, are made: each in the file and at the place where what it
 * speaks of stands now, without a place where it does not stand there yet.
 */
export async function judgeEdits(
  options: ReadOptions,
  edits: FileEdits,
  move?: Move,
): Promise<{ problems: JudgedProblem[]; siteUrl: string | undefined }> {
  const texts = new Map([...edits].map(([file, { raw, edits: own }]) => [file, withEdits(raw, own)]));
  const { problems, site } = await rehearse(options, { texts, ...(move && { move }) });
  const placesOf = new Map([...edits].map(([file, { raw, edits: own }]) => [file, positionsBefore(raw, own)]));
  const judged = problems.map(({ position, ...problem }): JudgedProblem => {
    const file = move ? movedPath(problem.file, { from: move.to, to: move.from }) : problem.file;
    const placeOf = placesOf.get(file) ?? ((place) => place);
    const place = position && placeOf(position);
    return { ...problem, file, ...(place && { position: place }), ofNewText: position !== undefined && !place };
  });
  return { problems: judged, siteUrl: site.url };
}
