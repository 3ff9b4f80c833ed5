import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { judgeArchive } from '../archive/read.ts';
import { readText } from '../archive/source-text.ts';
import { count } from '../reporters/count.ts';
import { changedFiles, concernedBy } from './changed-files.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { fixFiles } from './fix.ts';
import { readArchiveSettings, SHARED } from './options.ts';
import { FORMATS, printProblems } from './print-problems.ts';

/** `cairn check`: what a build would stop at, in seconds, without building. */
export const check: Command = {
  usage: 'check [paths…] [options]',
  about: [
    'Every problem of every file in one run: file, line, column, what is wrong, what was expected, and the nearest way out.',
    'The whole archive is read; with paths, only the problems of those files and folders are printed.',
    'Exit code: 0 clean or only hints; 1 errors; 2 called wrongly.',
  ].join('\n'),
  options: {
    content: SHARED.content,
    format: { type: 'string', value: FORMATS.join('|'), help: 'how problems are printed; default: pretty' },
    changed: {
      type: 'string',
      value: 'BASE',
      valueIsOptional: true,
      help: 'only what this branch touches since BASE (default: the main branch), and what refers to it',
    },
    fix: { type: 'boolean', help: 'mend what is mechanical, in the files themselves, and say what is left' },
    strict: SHARED.strict,
    'as-of': SHARED['as-of'],
  },
  takesArguments: true,
  run,
};

async function run({ values, positionals }: Arguments): Promise<number> {
  const format = values.format ?? 'pretty';
  if (typeof format !== 'string' || !FORMATS.includes(format)) {
    throw new UsageError(`there is no format ${format}`, `one of ${FORMATS.join(', ')}`);
  }
  const { contentDir } = readArchiveSettings(values);
  const isNamed = pathFilter(positionals, contentDir);
  const changed = typeof values.changed === 'string' ? changedFiles(contentDir, values.changed) : undefined;
  const isConcerned = changed ? concernedBy(changed, (file) => textOf(contentDir, file)) : () => true;
  const isMended = values.fix !== true || (await fixFiles(contentDir, (file) => isNamed(file) && isConcerned(file)));
  const { problems: all, tally, site } = judgeArchive({ contentDir, base: '/', drafts: false });
  const problems = all.filter(({ file }) => isNamed(file) && isConcerned(file));

  process.stdout.write(printProblems(problems, format, contentDir, site.url));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const hints = problems.length - errors;
  process.stderr.write(
    `${count(tally.files, 'postmortem')} read: ${count(errors, 'error')}, ${count(hints, 'hint')}.\n`,
  );
  return !isMended || errors > 0 || (values.strict === true && hints > 0) ? 1 : 0;
}

/** The text of a file; none where there is no such file any more, or none that is to be read. */
function textOf(contentDir: string, file: string): string {
  const source = readText(file, join(contentDir, file));
  return 'text' in source ? source.text : '';
}

/** True for files that `paths` name: from where the command was called, or below the content folder. */
function pathFilter(paths: readonly string[], contentDir: string): (file: string) => boolean {
  const wanted = paths.map((path) => {
    const found = [resolve(path), resolve(contentDir, path)].find((place) => existsSync(place));
    if (found === undefined) throw new UsageError(`there is no file ${path}`);
    const below = relative(contentDir, found).split(sep).join('/');
    if (below.startsWith('..')) throw new UsageError(`${path} is not below ${contentDir}`);
    return below;
  });
  if (wanted.length === 0) return () => true;
  return (file) => wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}
