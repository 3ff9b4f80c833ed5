import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { reasonOf } from '../archive/files.ts';
import { importArchive } from '../importers/import-archive.ts';
import { initMap } from '../importers/init-map.ts';
import { type MapFile, readMapFile } from '../importers/map-file.ts';
import { reportJson, reportText, tally } from '../importers/report.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { say } from './outcome.ts';

/** `cairn import`: an archive of Markdown that a team has already, as a content folder. */
export const importCommand: Command = {
  usage: 'import <folder> [options]',
  about: [
    'Turns a folder of postmortems in Markdown into a content folder: what a file states goes into fields, what it does not say',
    'is made up nowhere, and text without a field stays in the body. The report says of every file what was mapped (stated),',
    'derived (computed, and from what) and left. A second import changes nothing; files that were edited since are left alone.',
    'Exit code: 0 every file was read; 1 some file could not be read; 2 called wrongly.',
  ].join('\n'),
  options: {
    from: {
      type: 'string',
      value: 'auto|MAP.yaml',
      help: 'a map file for what is peculiar to the archive; default: auto',
    },
    init: {
      type: 'boolean',
      help: 'write a first map file (cairn-map.yaml, or the one --from names) and import nothing',
    },
    out: {
      type: 'string',
      value: 'DIR',
      help: 'the content folder to write to; default: <folder>-content, where the command is called',
    },
    split: { type: 'boolean', help: 'make one postmortem of each incident where a file holds several' },
    'dry-run': { type: 'boolean', help: 'report, and write nothing' },
    json: { type: 'boolean', help: 'the report for scripts' },
  },
  takesArguments: true,
  run,
};

async function run({ values, positionals }: Arguments): Promise<number> {
  const [named, ...others] = positionals;
  if (named === undefined) throw new UsageError('which folder?', 'cairn import <folder>');
  if (others.length > 0) throw new UsageError(`one folder at a time: ${others[0]} is a second`);
  const folder = resolve(named);
  requireFolder(folder, named);
  const from = typeof values.from === 'string' ? values.from : 'auto';
  if (values.init === true) return init(folder, from === 'auto' ? 'cairn-map.yaml' : from);

  const out = resolve(typeof values.out === 'string' ? values.out : `${basename(folder)}-content`);
  if (out === folder)
    throw new UsageError('the content folder cannot be the archive itself', 'name another with --out DIR');
  const isTerminal = process.stderr.isTTY === true;
  const report = importArchive({
    folder,
    out,
    map: from === 'auto' ? {} : readMap(from),
    split: values.split === true,
    dryRun: values['dry-run'] === true,
    ...(isTerminal && { progress: (done, all) => process.stderr.write(`\r${done} of ${all} files`) }),
  });
  if (isTerminal) process.stderr.write('\r');
  if (report.files.length === 0) {
    throw new UsageError(`${named} holds nothing to import`, 'name the folder of your postmortems in Markdown');
  }
  process.stdout.write(values.json === true ? reportJson(report) : reportText(report));
  const done =
    values['dry-run'] === true ? 'Nothing was written.' : `Written to ${out}. Next: npx cairn check --content ${out}`;
  process.stderr.write(`${values.json === true ? `${tally(report)} ` : ''}${done}\n`);
  return report.files.some(({ outcome }) => outcome === 'unreadable') ? 1 : 0;
}

/** Throws `UsageError` where there is no folder that can be read. */
function requireFolder(folder: string, named: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no folder ${named}`);
  if (!found.isDirectory()) throw new UsageError(`${named} is no folder`, 'name the folder that it stands in');
  try {
    readdirSync(folder);
  } catch (error) {
    throw new UsageError(`${named} cannot be read: ${reasonOf(error)}`);
  }
}

function init(folder: string, file: string): number {
  if (existsSync(file)) throw new UsageError(`there is a file ${file} already`, 'name another with --from FILE');
  try {
    writeFileSync(file, initMap(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return say(`cairn: ${file} cannot be written: there is no folder ${dirname(file)}`, 1);
  }
  process.stdout.write(`${file}\n`);
  return 0;
}

function readMap(file: string): MapFile {
  if (!existsSync(file)) throw new UsageError(`there is no map file ${file}`, 'write one with --init');
  const read = readMapFile(
    file,
    textOf(file)
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n'),
  );
  if ('problems' in read) throw new UsageError(read.problems.join('\n       '));
  return read.map;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`the map file ${file} cannot be read: ${reasonOf(error)}`);
  }
}
