import { readCatalogue } from '../../archive/drafts/catalogue.ts';
import { idOfWords, isSpeltOut } from '../../archive/drafts/incident-id.ts';
import { readNames } from '../../archive/drafts/names.ts';
import { nearNames } from '../../archive/drafts/near-names.ts';
import { asInline, oneLine } from '../../archive/drafts/one-line.ts';
import { type StubKind, stubFile, stubText } from '../../archive/drafts/stub.ts';
import { isId, toId } from '../../model/id.ts';
import type { BuildSettings } from '../build-settings.ts';
import { type Arguments, UsageError } from '../command.ts';
import { yamlSchemaPath } from '../editor-files.ts';
import { askText, askWhether } from './prompts.ts';
import { writeNew } from './write.ts';

/** What `cairn new` was called with. */
export interface Called {
  values: Arguments['values'];
  settings: BuildSettings;
  /** True where somebody is there to be asked. */
  terminal: boolean;
}

/** `cairn new cause|factor|service|team|guide`: a record with a name, and room for the rest. */
export async function newRecord(
  kind: StubKind,
  asked: string | undefined,
  { values, settings: { contentDir }, terminal }: Called,
): Promise<number> {
  const name = oneLine(asked ?? '') || (await askName(kind, terminal));
  const id = readId(values.id) ?? idOfWords(name, kind);
  const catalogue = readCatalogue(contentDir);
  // Causes and factors refer to each other by id alone.
  const kinds = kind === 'cause' || kind === 'factor' ? (['cause', 'factor'] as const) : ([kind] as const);
  const own = catalogue.files.filter((file) => kinds.some((each) => each === file.kind));
  const wayOut = 'use that one, or choose another name';
  const same = own.find((file) => file.id === id);
  if (same) throw new UsageError(`there is ${same.file} already`, wayOut);

  const near = nearNames(name, readNames(own));
  for (const { file, name: other } of near) process.stderr.write(`It looks like ${file} (${other}).\n`);
  if (near.length > 0 && terminal && !(await askWhether('Write another one?'))) {
    process.stderr.write('Nothing was written.\n');
    return 1;
  }
  if (!isSpeltOut(name) && values.id === undefined) process.stderr.write(`${UNSPELT}\n`);

  const file = stubFile(kind, id);
  const text = stubText(kind, asInline(name), yamlSchemaPath(kind, file, contentDir));
  return writeNew({ contentDir, file, text }, { wayOut, next: () => [NEXT[kind](id)] });
}

/** What is said where a title or name has letters that an id cannot hold. */
export const UNSPELT =
  'An id holds a to z and digits alone, so the file is named by a digest too; --id names it otherwise.';

const NEXT: Record<StubKind, (id: string) => string> = {
  cause: (id) => `Next: write its primer, and cite it as \`causes: [${id}]\`.`,
  factor: (id) => `Next: write its primer, and cite it as \`factors: [${id}]\`.`,
  service: (id) => `Next: fill it in, and name it as \`services: [${id}]\`.`,
  team: (id) => `Next: fill it in, and name it as \`owner: ${id}\`.`,
  guide: (id) => `Next: write it. It stands at /guides/${id}/ once it is built.`,
};

/** The id that `--id` says. Throws `UsageError` where it is none. */
export function readId(value: Arguments['values'][string]): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (isId(value)) return value;
  const better = toId(value);
  throw new UsageError(
    `${value} is no id: lower-case words and digits joined by hyphens, at most 80 characters`,
    better === '' ? undefined : `write ${better}`,
  );
}

async function askName(kind: StubKind, terminal: boolean): Promise<string> {
  if (!terminal) throw new UsageError(`which ${kind}?`, `cairn new ${kind} "<name>"`);
  const fault = (answer: string): string | undefined => (oneLine(answer) === '' ? 'It needs a name.' : undefined);
  return oneLine(await askText(`What is the ${kind} called?`, { fault }));
}
