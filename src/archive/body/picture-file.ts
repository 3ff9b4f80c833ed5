import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, posix, sep } from 'node:path';
import { nearestHint } from '../nearest.ts';
import type { BodySource } from './compile.ts';
import type { BodyRule } from './rules.ts';
import { svgFault } from './svg.ts';

/** How the files of each kind of picture begin; one of them, at the offset where it stands. */
const SIGNATURES: Record<string, readonly [offset: number, bytes: string][]> = {
  '.png': [[0, '\x89PNG']],
  '.jpg': [[0, '\xff\xd8\xff']],
  '.jpeg': [[0, '\xff\xd8\xff']],
  '.gif': [[0, 'GIF8']],
  '.webp': [[8, 'WEBP']],
  '.avif': [[4, 'ftyp']],
};
const KINDS = [...Object.keys(SIGNATURES), '.svg'];
const KIND_NAMES = 'png, jpg, gif, webp, avif or svg';

export type PictureFile = { src: string } | { rule: BodyRule; message: string; hint?: string };

/**
 * Finds the picture that `path` (relative to the file of `source`) names, and judges it. `src` is the path from that file,
 * `./` or `../` first.
 */
export function findPicture(path: string, source: BodySource): PictureFile {
  const relative = posix.normalize(path);
  const inContent = posix.join(posix.dirname(source.file), relative);
  if (inContent.startsWith('..')) {
    return {
      rule: 'picture-address',
      message: `\`${path}\` lies outside of the content folder`,
      hint: 'put the picture beside the file',
    };
  }
  const kind = extname(relative).toLowerCase();
  if (!KINDS.includes(kind)) {
    return { rule: 'picture-file', message: `\`${path}\` is no picture: its name ends in none of ${KIND_NAMES}` };
  }
  const file = join(dirname(source.path), relative);
  if (!exists(file)) return missing(path, file);
  if (!isInside(file, source)) {
    return {
      rule: 'picture-file',
      message: `\`${path}\` is a link to a file elsewhere`,
      hint: 'put the file itself here',
    };
  }
  const fault = kind === '.svg' ? svgFault(readFileSync(file, 'utf8')) : signatureFault(file, kind);
  if (fault !== undefined) {
    const hint = kind === '.svg' ? 'export it again without that, or save it as PNG' : 'save it again as a picture';
    return { rule: 'picture-file', message: `\`${path}\` cannot be published: ${fault}`, hint };
  }
  return { src: relative.startsWith('../') ? relative : `./${relative}` };
}

/** Names are compared as they are written, also where the file system would not tell `A.png` from `a.png`. */
function exists(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return namesIn(dirname(file)).includes(basename(file)) && isFile(file);
  return found?.isFile() === true && basename(realpathSync.native(file)) === basename(file);
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function missing(path: string, file: string): PictureFile {
  const pictures = namesIn(dirname(file)).filter((name) => KINDS.includes(extname(name).toLowerCase()));
  const folder = posix.dirname(posix.normalize(path));
  const candidates = pictures.sort().map((name) => (folder === '.' ? `./${name}` : posix.join(folder, name)));
  return {
    rule: 'picture-missing',
    message: `there is no picture \`${path}\``,
    hint: nearestHint(path, candidates) ?? 'put it beside the file',
  };
}

function isInside(file: string, source: BodySource): boolean {
  const depth = source.file.split('/').length;
  const content = realpathSync(join(source.path, ...Array<string>(depth).fill('..')));
  return realpathSync(file).startsWith(content + sep);
}

function signatureFault(file: string, kind: string): string | undefined {
  const start = readFileSync(file).subarray(0, 64).toString('latin1');
  if (start.startsWith('version https://git-lfs')) {
    return 'it is a pointer of Git LFS, and the picture itself was not fetched (git lfs pull)';
  }
  const known = SIGNATURES[kind] ?? [];
  return known.some(([offset, bytes]) => start.startsWith(bytes, offset))
    ? undefined
    : `it is no ${kind.slice(1)} file`;
}
