import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKOUT } from './site.ts';

/** Where archives that real teams wrote are looked for: a folder beside the checkout's. None of them is part of it. */
export const CORPORA = process.env.CAIRN_CORPORA ?? join(dirname(CHECKOUT), 'shared', 'corpora');

/** An archive that a real team wrote, if it is at hand. */
export interface Corpus {
  name: string;
  folder: string;
  present: boolean;
  /** The name of its tests: where it is absent it says so. */
  title: string;
}

/** Looks for the archive `name`. */
export function corpus(name: string): Corpus {
  const folder = join(CORPORA, name);
  const present = existsSync(folder);
  const title = present ? name : `${name}: not at hand (looked in ${folder}; CAIRN_CORPORA names another place)`;
  return { name, folder, present, title };
}
