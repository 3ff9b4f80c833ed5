import { closingEdits, type StatedAction, statedActions } from '../archive/changes/close-action.ts';
import { type JudgedProblem, judgeEdits } from '../archive/changes/judge-edits.ts';
import { todayIn } from '../archive/changes/today.ts';
import { type ContentFile, reasonOf } from '../archive/files.ts';
import { replaceFile, withEdits } from '../archive/fixes/edits.ts';
import { nearestHint } from '../archive/nearest.ts';
import { askedFile, rawText } from './asked-file.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { unlessInterrupted } from './interrupt.ts';
import { readArchiveSettings, readDay, SHARED } from './options.ts';
import { refuseUnreadable, say, sayInterrupted, tallyOf } from './outcome.ts';
import { printProblems } from './print-problems.ts';

const CALL = 'cairn action done <id>#<action>';

/** `cairn action done`: the end of a promise. */
export const action: Command = {
  usage: 'action done <id>#<action> [options]',
  about: [
    'Sets an action to `status: done` and `closed:` to today, in the file of its postmortem. No other line changes. Its name is the',
    'id of the postmortem, # and its own id; the path of the file may stand in place of the first.',
    'Exit code: 0 done, or it was already; 1 it cannot be, and why; 2 called wrongly; 130 interrupted.',
  ].join('\n'),
  options: {
    on: { type: 'string', value: 'DATE', help: 'the day it was done; default: today' },
    content: SHARED.content,
    'as-of': SHARED['as-of'],
  },
  takesArguments: true,
  run,
};

async function run({ values, positionals }: Arguments): Promise<number> {
  const { contentDir, asOf } = readArchiveSettings(values);
  const { asked, id } = readName(positionals);
  const { record, files } = askedFile(asked, contentDir, ['postmortem']);
  const today = asOf ?? todayIn(files);
  const on = readDay(values.on) ?? today;
  if (on > today) throw new UsageError(`${on} is after ${today}`, 'close it on the day itself');

  const raw = rawText(record);
  const actions = raw === undefined ? undefined : statedActions(raw, record.format);
  if (raw === undefined || !actions) return refuseUnreadable(contentDir, record, BY_HAND);
  const found = actionOf(actions, id, record);
  const name = `${record.id}#${id}`;
  if (found.status === 'done' && found.closed !== undefined)
    return say(`${name} is done already, since ${found.closed}.`, 0);
  if (found.status === 'done' && values.on === undefined) {
    return say(`${name} is done already, and does not say since when: name the day with --on DATE.`, 0);
  }

  const edits = closingEdits(raw, record.format, found, on);
  if (!edits) return refuseUnreadable(contentDir, record, BY_HAND);
  const options = { contentDir, base: '/', drafts: true };
  const judged = await unlessInterrupted(() => judgeEdits(options, new Map([[record.file, { raw, edits }]])));
  if (!judged) return sayInterrupted();
  const errors = judged.problems.filter(
    (problem) => problem.file === record.file && problem.severity === 'error' && isOf(found, problem),
  );
  process.stdout.write(printProblems(errors, 'pretty', contentDir, judged.siteUrl));
  if (errors.length > 0) return say(`${name} stays as it is: ${tallyOf(errors).words}.`, 1);
  try {
    replaceFile(record.path, withEdits(raw, edits));
  } catch (error) {
    return say(`cairn: ${record.file} cannot be written: ${reasonOf(error)}`, 1);
  }
  return say(`${name} is done, closed on ${on}.`, 0);
}

const BY_HAND = 'write `status: done` and `closed:` into it yourself';

/** The file and the action that a command line names. */
function readName([what, name, ...more]: readonly string[]): { asked: string; id: string } {
  if (what !== 'done')
    throw new UsageError(what === undefined ? 'what of an action?' : `there is no action ${what}`, CALL);
  const [, asked, id] = /^(.+)#([^#]+)$/.exec(name ?? '') ?? [];
  if (asked === undefined || id === undefined || more.length > 0) throw new UsageError('name one action', CALL);
  return { asked, id };
}

function actionOf(actions: readonly StatedAction[], id: string, record: ContentFile): StatedAction {
  const [found, other] = actions.filter((one) => one.id === id);
  if (found && !other) return found;
  if (other) throw new UsageError(`${record.file} has two actions ${id}`, 'number one of them anew');
  const ids = actions.map((one) => one.id);
  throw new UsageError(
    ids.length === 0 ? `${record.file} has no actions` : `${record.file} has no action ${id}`,
    nearestHint(id, ids) ?? (ids.length > 0 ? `it has ${ids.join(', ')}` : undefined),
  );
}

function isOf({ lines: [first, last] }: StatedAction, { position, ofNewText }: JudgedProblem): boolean {
  return ofNewText || (position !== undefined && position.line >= first && position.line <= last);
}
