import { judgeEdits } from '../archive/changes/judge-edits.ts';
import { statedStatus, statusEdits } from '../archive/changes/set-status.ts';
import { todayIn } from '../archive/changes/today.ts';
import type { ContentFile } from '../archive/files.ts';
import { reasonOf } from '../archive/files.ts';
import { replaceFile, withEdits } from '../archive/fixes/edits.ts';
import { askedFile, rawText } from './asked-file.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { unlessInterrupted } from './interrupt.ts';
import { readArchiveSettings, readDay, SHARED } from './options.ts';
import { refuseUnreadable, say, sayInterrupted, tallyOf } from './outcome.ts';
import { printProblems } from './print-problems.ts';

/** `cairn publish`: the last step of a postmortem, and with `--review` the one before. */
export const publish: Command = {
  usage: 'publish <id> [options]',
  about: [
    'Judges a postmortem as it is judged once it is published, the stricter rules included, and sets `status: published` and',
    '`published:` to today. No other line changes. With errors it lists them as the check does and changes nothing; problems of',
    'other files do not matter. <id> may also be the path of the file.',
    'Exit code: 0 published, or it was already; 1 errors, or it cannot be written; 2 called wrongly; 130 interrupted.',
  ].join('\n'),
  options: {
    on: { type: 'string', value: 'DATE', help: 'the day it was published; default: today' },
    review: { type: 'boolean', help: 'set `status: review` instead: in every build, marked as not final' },
    content: SHARED.content,
    'as-of': SHARED['as-of'],
  },
  takesArguments: true,
  run,
};

async function run({ values, positionals }: Arguments): Promise<number> {
  const { contentDir, asOf } = readArchiveSettings(values);
  const [asked, ...more] = positionals;
  if (asked === undefined || more.length > 0) throw new UsageError('name one postmortem', 'cairn publish <id>');
  const { record, files } = askedFile(asked, contentDir, ['postmortem']);
  const status = values.review === true ? 'review' : 'published';
  const today = asOf ?? todayIn(files);
  const on = readDay(values.on) ?? today;
  if (values.review === true && values.on !== undefined)
    throw new UsageError('--on belongs to publishing, not to --review');
  if (on > today) throw new UsageError(`${on} is after ${today}`, 'publish it on the day itself');

  const raw = rawText(record);
  const stated = raw === undefined ? undefined : statedStatus(raw, record.format);
  if (raw === undefined || !stated) return refuseUnreadable(contentDir, record, byHand(status));
  if (stated.status === 'published' || stated.status === status) return say(already(record, stated), 0);

  const day = status === 'published' && stated.published === undefined ? on : undefined;
  const edits = statusEdits(raw, record.format, { status, ...(day && { on: day }) });
  if (!edits) return refuseUnreadable(contentDir, record, byHand(status));
  const options = { contentDir, base: '/', drafts: false };
  const judged = await unlessInterrupted(() => judgeEdits(options, new Map([[record.file, { raw, edits }]])));
  if (!judged) return sayInterrupted();
  const problems = judged.problems.filter(({ file }) => file === record.file);
  process.stdout.write(printProblems(problems, 'pretty', contentDir, judged.siteUrl));
  const { errors, words } = tallyOf(problems);
  if (errors > 0) return say(`${record.file} stays as it is: ${words}. Mend them and call this again.`, 1);
  try {
    replaceFile(record.path, withEdits(raw, edits));
  } catch (error) {
    return say(`cairn: ${record.file} cannot be written: ${reasonOf(error)}`, 1);
  }
  if (status === 'review') return say(`${record.file} is in review.`, 0);
  if (day !== undefined) return say(`${record.file} is published, on ${day}.`, 0);
  return say(`${record.file} is published. Its \`published: ${stated.published}\` was there and is kept.`, 0);
}

function already({ file }: ContentFile, { status, published }: { status?: string; published?: string }): string {
  if (status === 'review') return `${file} is in review already.`;
  return `${file} is published already${published === undefined ? '' : `, on ${published}`}.`;
}

function byHand(status: string): string {
  return `write \`status: ${status}\` into it yourself`;
}
