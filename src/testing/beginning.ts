import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { problemLine } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';
import { type Files, writeFiles } from './archive.ts';
import { cairn } from './in-process.ts';
import { AS_OF, type Run } from './site.ts';

/** A content folder with a little of everything that a new file may refer to. */
export const CATALOGUE = {
  'site.yaml': 'timezone: Europe/Lisbon\n',
  'services/checkout.yaml': 'name: Checkout\n',
  'services/payments.yaml': 'name: Payments\n',
  'teams/storefront.yaml': 'name: Storefront\n',
  'causes/retry-storm.md': '---\nname: Retry storm\n---\nA primer.\n',
};

/** Gives content folders, each new, until the tests of the file that calls it have run. */
export function contentFolders(): { contentWith: (files?: Files) => Promise<string> } {
  let workshop: string;
  let made = 0;
  beforeAll(async () => {
    workshop = await mkdtemp(join(tmpdir(), 'cairn-new-'));
  });
  afterAll(() => rm(workshop, { recursive: true }));
  const contentWith = async (files: Files = CATALOGUE): Promise<string> => {
    made += 1;
    const content = join(workshop, String(made));
    await mkdir(content);
    await writeFiles(content, files);
    return content;
  };
  return { contentWith };
}

/** Runs `cairn new` over a content folder. */
export function begin(content: string, ...args: string[]): Promise<Run> {
  return cairn(['new', '--content', content, '--as-of', AS_OF, ...args]);
}

/** What `check` says of a folder, with the drafts as a part of the build and without. */
export async function problemsIn(content: string): Promise<string[]> {
  const lines = [true, false].map(async (drafts) => {
    const { problems } = await readArchive({ contentDir: content, base: '/', drafts });
    return problems.map(problemLine);
  });
  return [...new Set((await Promise.all(lines)).flat())];
}

/** The text of the file whose path a run printed. */
export function written({ stdout }: Run): Promise<string> {
  return readFile(stdout.trim(), 'utf8');
}

/** The lines that YAML reads of a front matter. */
export function stated(text: string): string[] {
  const [front = ''] = text.split('\n---\n', 1);
  return front.split('\n').filter((line) => line !== '' && line !== '---' && !/^ *#/.test(line));
}
