import { readFileSync, statSync } from 'node:fs';
import { text as readStream } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { answerPaste } from '../analysis/similar-answer.ts';
import { type Similar, similarDocuments, similarToDraft } from '../analysis/similarity/index.ts';
import { reasonOf } from '../archive/files.ts';
import { MOST_BYTES } from '../archive/source-text.ts';
import { count } from '../reporters/count.ts';
import { type Divide, similarJson, similarText } from '../reporters/similar.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { fromHere } from './from-here.ts';
import { readSettings, SHARED } from './options.ts';
import { readSimilarArchive, type SimilarArchive, type SimilarSource, sourceOf } from './similar-archive.ts';

const MOST = 10;

/** `cairn similar`: the incidents that looked like this one. */
export const similar: Command = {
  usage: 'similar "<text>" | --file FILE | - | <id> [options]',
  about: [
    'The past incidents that looked like a text: an alert, a log line, a stack trace, a sentence. Each says what fixed it, how',
    'long it took, and why it matched. With the id or the path of a postmortem, those most like it. - reads standard input.',
    'The content folder may be any folder of Markdown, also one that was never imported. Nothing is sent anywhere.',
    'Exit code: 0 found; 1 none; 2 called wrongly.',
  ].join('\n'),
  options: {
    file: { type: 'string', value: 'FILE', help: 'the text is that of a file; - for standard input' },
    json: { type: 'boolean', help: 'the results for scripts' },
    content: { ...SHARED.content, help: 'the folder to search; default: content/ of the checkout' },
    'as-of': { ...SHARED['as-of'], help: 'nothing that began after that day is found; default: everything is' },
  },
  takesArguments: true,
  run,
};

async function run({ values, positionals }: Arguments): Promise<number> {
  const { contentDir, asOf } = readSettings(values);
  const asked = await whatIsAsked(values.file, positionals);
  const archive = await readSimilarArchive(contentDir, asOf);
  if (archive.faulty > 0) {
    const files = count(archive.faulty, 'file has', 'files have');
    process.stderr.write(`${files} errors and may not be found. See: npx cairn check\n`);
  }
  const own = asked.name === undefined ? undefined : sourceOf(asked.name, contentDir, archive.sources);
  if (!own && asked.name !== undefined && values.file === undefined && isNameOfIncident(asked.name)) {
    process.stderr.write(`There is no incident and no file ${asked.name}; it was searched for as a text.\n`);
  }
  const { results, divide } = own
    ? { results: likeSource(archive, own), divide: undefined }
    : likeText(archive, asked.text());
  const byId = new Map(archive.sources.map((one) => [one.id, one]));
  const found = results.flatMap((one) => {
    const source = byId.get(one.id);
    return source ? [{ ...one, ...source }] : [];
  });
  process.stdout.write(values.json === true ? similarJson(found) : similarText(found, divide));
  const all = archive.index.ids.length;
  process.stderr.write(
    all === 0
      ? `There is no incident to search in ${fromHere(contentDir)}.\n`
      : `${found.length} of ${count(all, 'incident')}.\n`,
  );
  return found.length > 0 ? 0 : 1;
}

/** The text of a question, and the name by which it may be a file of the archive. */
interface Asked {
  name?: string;
  text(): string;
}

async function whatIsAsked(file: Arguments['values'][string], positionals: readonly string[]): Promise<Asked> {
  if (typeof file === 'string' && positionals.length > 0) {
    throw new UsageError(`either a text or --file: ${positionals[0]} is a text`);
  }
  const name = typeof file === 'string' ? file : positionals.join(' ');
  if (name === '-') {
    const said = await readStream(process.stdin);
    return { text: () => something(printable(said), 'standard input') };
  }
  if (typeof file === 'string') return { name, text: () => something(printable(textOfFile(file)), file) };
  return { name, text: () => something(printable(name), 'the text') };
}

function textOfFile(file: string): string {
  try {
    if (statSync(file).size <= MOST_BYTES) return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`there is no file ${file}`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder`, 'the folder to search is given with --content');
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
  throw new UsageError(`${file} has more than 5 MB`, 'give the lines around the error');
}

/** A log with the colours of a terminal, and whatever else a file may hold, without what would act on this one. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/(?!\s)\p{Cc}/gu, ' ');
}

/** True for what can only be meant as the id or the path of a postmortem. */
function isNameOfIncident(text: string): boolean {
  return /^(?:\S*\/)?\d{4}-\d\d-\d\d-[\p{L}\p{N}-]+(?:\.mdx?)?$/u.test(text) || /^\S+\.mdx?$/.test(text);
}

function something(text: string, where: string): string {
  if (text.trim() === '') throw new UsageError(`${where} is empty`, 'cairn similar "<text>"');
  return text;
}

function likeSource({ index }: SimilarArchive, { id, document }: SimilarSource): Similar[] {
  const found = index.placeOf.has(id)
    ? similarDocuments(index, id, { count: MOST })
    : similarToDraft(index, document, { count: MOST });
  return found.filter(({ reasons }) => reasons.length > 0);
}

function likeText({ index }: SimilarArchive, text: string): { results: Similar[]; divide: Divide | undefined } {
  const { cleaned, near, further, leftOut, unknown, readAs } = answerPaste(index, text, undefined, MOST);
  const searched = cleaned.kept
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
  const notes = [
    ...(cleaned.pieces.some(({ dropped }) => dropped) ? [`Searched for: ${beginningOf(searched)}`] : []),
    ...readAs.map(({ from, to }) => `No incident has ${from}; it was read as ${to}.`),
    ...(unknown.length > 0 ? [`No incident has ${beginningOf(unknown.join(', '))}.`] : []),
  ];
  for (const note of notes) process.stderr.write(`${note}\n`);
  const without = leftOut.length > 0 ? `found after leaving out ${leftOut.join(', ')}` : 'they have much less of it';
  return { results: [...near, ...further], divide: { after: near.length, line: `Further off: ${without}` } };
}

function beginningOf(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
