import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, postmortem, writeFiles } from './archive.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** One folder a rule: `wrong/` and `right/`, files that are laid over `rule-base`, and what `check` prints of the wrong ones. */
export const RULE_FIXTURES = join(FIXTURES, 'rules');

/** Which of the two a content folder is made from. */
export type Side = 'wrong' | 'right';

const IT = 'postmortems/2024/2024-08-06-it.md';
const secret = ['cannot connect to postgres:', '', 'app:aB3dE5gH7jK9@db-1', 'orders'].join('/');

/** What no repository should hold, or cannot: secrets, large files, links, bytes that are no text. */
const MADE: Readonly<Record<string, Record<Side, Files>>> = {
  'body-size': { wrong: { [IT]: postmortem([], 'x '.repeat(600_000)) }, right: { [IT]: postmortem() } },
  'large-file': { wrong: { [IT]: postmortem([], 'x\n'.repeat(2.7 * 1024 * 1024)) }, right: { [IT]: postmortem() } },
  'not-utf8': {
    wrong: { [IT]: Buffer.from(postmortem([], 'Mind the \x93gap\x94 \x96 at Caf\xe9 5\n'), 'latin1') },
    right: { [IT]: postmortem([], 'Mind the “gap” – at Café 5\n') },
  },
  secret: {
    wrong: { [IT]: postmortem(['signals:', `  - ${secret}`], `At 10:00 \`${secret}\` was seen.\n`) },
    right: { [IT]: postmortem(['signals:', `  - '${secret.replace('aB3dE5gH7jK9', '***')}'`]) },
  },
  'symbolic-link': { wrong: { 'guides/restore.md': '-> ../causes/expired-certificate.md' }, right: {} },
  'unreadable-file': { wrong: {}, right: {} },
  'content-folder': { wrong: {}, right: {} },
};

/** The rules that have fixtures: a folder each. */
export function rulesWithFixtures(): string[] {
  return readdirSync(RULE_FIXTURES).sort();
}

/** Makes the content folder of a rule's fixture, which is not there yet. */
export async function makeContent(rule: string, side: Side, contentDir: string): Promise<void> {
  if (rule === 'content-folder' && side === 'wrong') return;
  cpSync(join(FIXTURES, 'rule-base'), contentDir, { recursive: true });
  const folder = join(RULE_FIXTURES, rule, side);
  if (existsSync(folder)) cpSync(folder, contentDir, { recursive: true });
  await writeFiles(contentDir, MADE[rule]?.[side] ?? {});
  if (rule === 'unreadable-file' && side === 'wrong') {
    mkdirSync(join(contentDir, 'guides'), { recursive: true });
    // Nobody can take the right to read from an administrator; a pipe is unreadable for all.
    execFileSync('mkfifo', [join(contentDir, 'guides/restore.md')]);
  }
}

/** True if one file of the fixture holds these lines in this order, however far they are indented and whatever stands between. */
export function holdsLines(rule: string, side: Side, lines: string): boolean {
  const trimmed = (text: string): string[] => text.split('\n').map((line) => line.trim());
  const wanted = trimmed(lines);
  const folder = join(RULE_FIXTURES, rule, side);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return files.some((entry) => {
    if (!entry.isFile()) return false;
    let at = 0;
    for (const line of trimmed(readFileSync(join(entry.parentPath, entry.name), 'utf8'))) {
      if (line === wanted[at]) at += 1;
    }
    return at === wanted.length;
  });
}

/** True if a rule's fixtures are made by the tests, and not kept as files. */
export function isMade(rule: string): boolean {
  return Object.hasOwn(MADE, rule);
}
