import type { Entry } from '../entry.ts';
import type { Fault, Problem } from '../problem.ts';
import type { Path } from '../yaml/places.ts';

/** A problem with the value at `path` of a file; with the file as a whole where there is no path. */
export function finding(entry: Pick<Entry<unknown>, 'file' | 'places'>, path: Path | undefined, fault: Fault): Problem {
  const position = path && entry.places.value(path);
  return { file: entry.file, ...(position && { position }), severity: 'error', ...fault };
}

/** The same as advice. */
export function hint(entry: Pick<Entry<unknown>, 'file' | 'places'>, path: Path | undefined, fault: Fault): Problem {
  return { ...finding(entry, path, fault), severity: 'hint' };
}
