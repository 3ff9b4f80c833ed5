import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Problem } from '../archive/problem.ts';
import { RULE_BOOK } from '../archive/rule-book.ts';
import { hideSecrets } from '../archive/secrets.ts';
import { toLines } from '../archive/source-text.ts';
import { github } from '../reporters/github.ts';
import { gitlab } from '../reporters/gitlab.ts';
import { json } from '../reporters/json.ts';
import { pretty } from '../reporters/pretty.ts';
import { sarif } from '../reporters/sarif.ts';

/** How problems can be printed. */
export const FORMATS = ['pretty', 'json', 'github', 'gitlab', 'sarif'];

/** Problems of a content folder as standard output shows them; the source lines are those that stand on the disk. */
export function printProblems(
  problems: readonly Problem[],
  format: string,
  contentDir: string,
  siteUrl: string | undefined,
): string {
  const site = siteUrl === undefined ? {} : { siteUrl };
  const folder = folderInRepository(contentDir);
  switch (format) {
    case 'json':
      return json(problems);
    case 'github':
      return github(problems, { folder, ...site });
    case 'gitlab':
      return gitlab(problems, { folder });
    case 'sarif':
      return sarif(problems, { folder, rules: RULE_BOOK, ...site });
    default: {
      const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
      return pretty(problems, { colour, lineOf: lineReader(contentDir), ...site });
    }
  }
}

/** The content folder as seen from the head of its repository; outside of one, from where the command was called. */
function folderInRepository(contentDir: string): string {
  for (let folder = realpathSync(contentDir); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return below(folder, realpathSync(contentDir));
    if (folder === dirname(folder)) return below(process.cwd(), contentDir);
  }
}

function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

function lineReader(contentDir: string): (problem: Problem) => string | undefined {
  let last: { file: string; lines: string[] } | undefined;
  return ({ file, position }) => {
    if (!position) return undefined;
    if (last?.file !== file)
      last = { file, lines: hideSecrets(toLines(readFileSync(join(contentDir, file), 'utf8'))).split('\n') };
    return last.lines[position.line - 1];
  };
}
