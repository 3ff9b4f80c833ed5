import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { judgeEdits } from '../archive/changes/judge-edits.ts';
import { movedPath } from '../archive/changes/link-edits.ts';
import { newProblems } from '../archive/changes/new-problems.ts';
import { planRename, type RenamePlan, textsOfPlan } from '../archive/changes/plan-rename.ts';
import { takenBy } from '../archive/changes/taken-id.ts';
import { ChangeError, writeChanges } from '../archive/changes/write-changes.ts';
import { type ContentFile, listContent, reasonOf } from '../archive/files.ts';
import { readArchive } from '../archive/read.ts';
import { isId, toId } from '../model/id.ts';
import { count } from '../reporters/count.ts';
import { askedFile } from './asked-file.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { refreshEditorFiles } from './editor-files.ts';
import { fromHere } from './from-here.ts';
import { unlessInterrupted } from './interrupt.ts';
import { readArchiveSettings, SHARED } from './options.ts';
import { refuseUnreadable, say, sayInterrupted } from './outcome.ts';
import { printProblems } from './print-problems.ts';

/** `cairn rename`: another id, and everything that names the old one. */
export const rename: Command = {
  usage: 'rename <id> <new-id> [options]',
  about: [
    'Gives a record another id: moves its file, or the folder that it shares with its pictures, and mends every reference to it:',
    'ids in other files, relative links and pictures, names of actions (<id>#A1) in texts. A postmortem keeps the old id as an',
    'alias, so that its old address leads to it; a cause or factor is found by it. What lies in the folder of the year in its id',
    'goes to that of the new one. All is judged before anything is written, and written whole or not at all.',
    'The new path is printed on standard output. Records of any kind: a path in place of <id> says which, where two have one id.',
    'Exit code: 0 renamed; 1 it cannot be, and why; 2 called wrongly, or the new id is taken; 130 interrupted.',
  ].join('\n'),
  options: { content: SHARED.content },
  takesArguments: true,
  run,
};

const KINDS = ['postmortem', 'cause', 'factor', 'service', 'team', 'guide'] as const;

async function run({ values, positionals }: Arguments): Promise<number> {
  const { contentDir } = readArchiveSettings(values);
  const [asked, newId, ...more] = positionals;
  if (asked === undefined || newId === undefined || more.length > 0) {
    throw new UsageError('name a record and its new id', 'cairn rename <id> <new-id>');
  }
  if (!isId(newId)) {
    const better = toId(newId);
    throw new UsageError(
      `${newId} is no id: lower-case words and digits joined by hyphens, at most 80 characters`,
      better === '' ? undefined : `write ${better}`,
    );
  }
  const { record } = askedFile(asked, contentDir, KINDS);
  if (record.id === newId) return say(`${record.file} has that id already.`, 0);
  const listing = listContent(contentDir);
  const owner = takenBy(newId, record, listing.files);
  if (owner) throw new UsageError(owner, 'choose another id');

  const plan = planRename(listing, record, newId);
  const [unclear] = plan.unclear;
  if (unclear) return refuseUnreadable(contentDir, unclear, `mend what it says of ${record.id} yourself first`);
  if (existsSync(join(contentDir, plan.move.to))) throw new UsageError(`there is ${plan.move.to} already`);
  const judged = await unlessInterrupted(() => newErrors(contentDir, record, newId, plan));
  if (!judged) return sayInterrupted();
  process.stdout.write(printProblems(judged.errors, 'pretty', contentDir, judged.siteUrl));
  if (judged.errors.length > 0)
    return say('Nothing was changed: these errors would be new. Mend those places by hand first.', 1);
  return write(contentDir, record, newId, plan);
}

/** The errors that the archive would have for it. */
async function newErrors(contentDir: string, record: ContentFile, newId: string, plan: RenamePlan) {
  const options = { contentDir, base: '/', drafts: false };
  const before = await readArchive(options);
  const after = await judgeEdits(options, plan.edits, plan.move);
  const asBefore = (message: string): string =>
    message.replaceAll(plan.move.to, plan.move.from).replaceAll(newId, record.id);
  const fresh = newProblems(before.problems, after.problems, asBefore);
  return { errors: fresh.filter(({ severity }) => severity === 'error'), siteUrl: after.siteUrl };
}

function write(contentDir: string, record: ContentFile, newId: string, plan: RenamePlan): number {
  const { edits, move } = plan;
  try {
    writeChanges(contentDir, { texts: textsOfPlan(plan), move });
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    const { file, stands } = error;
    const state = stands.length === 0 ? 'everything is as it was' : `${stands.join(', ')} could not be put back`;
    return say(`cairn: ${file} cannot be changed: ${reasonOf(error.cause)}; ${state}`, 1);
  }
  refreshEditorFiles(contentDir);
  process.stdout.write(`${fromHere(join(contentDir, movedPath(record.file, move)))}\n`);
  const others = [...edits].filter(([file, { edits: own }]) => file !== record.file && own.length > 0).length;
  const files = others === 0 ? '' : `, and so it is called in ${count(others, 'other file')}`;
  const lost =
    record.kind === 'postmortem' ? '' : ` Its old address leads nowhere: only that of a postmortem leads on.`;
  return say(`${record.id} is ${newId} now${files}.${lost}`, 0);
}
