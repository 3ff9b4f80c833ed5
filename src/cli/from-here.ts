import { isAbsolute, relative } from 'node:path';

/** A path as it is typed where the command was called. */
export function fromHere(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') || isAbsolute(below) ? path : below;
}
