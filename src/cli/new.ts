import { STUB_KINDS, type StubKind } from '../archive/drafts/stub.ts';
import { POSTMORTEM_TYPES } from '../model/postmortem.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { newPostmortem } from './new/postmortem.ts';
import { Interrupted } from './new/prompts.ts';
import { newRecord } from './new/record.ts';
import { readSettings, SHARED } from './options.ts';

/** What is said of a postmortem, and of no other record. */
const OF_POSTMORTEMS = {
  template: {
    type: 'string',
    value: 'NAME',
    help: 'full, brief, near-miss …, or one of your own; default: by severity and type',
  },
  severity: { type: 'string', value: 'ID', help: 'how bad it was, by the scale of site.yaml' },
  service: { type: 'string', value: 'ID', multiple: true, help: 'a service that was affected; once for each' },
  started: {
    type: 'string',
    value: 'TIME',
    help: 'when users were first affected: 2024-03-01T15:30, with or without an offset',
  },
  timezone: { type: 'string', value: 'ZONE', help: "the zone of its times; default: the template's, else the site's" },
  owner: { type: 'string', value: 'TEAM', help: 'the team that keeps it' },
  type: {
    type: 'string',
    value: POSTMORTEM_TYPES.join('|'),
    help: "what it was; default: the template's, else incident",
  },
  date: { type: 'string', value: 'DATE', help: 'the day in its file name; default: the day it started, else today' },
} as const satisfies Command['options'];

/** `cairn new`: a file that the check accepts, ready to be filled in. */
export const newCommand: Command = {
  usage: `new "<title>" [options]\n       npx cairn new ${STUB_KINDS.join('|')} "<name>"`,
  about: [
    'Writes a postmortem as a draft: postmortems/<year>/<date>-<title>.mdx. It asks in a terminal for what no option says, and',
    'never elsewhere. What nobody knows yet stands in the file as a comment. No file is ever written over.',
    `Where the first argument is exactly ${STUB_KINDS.join(', ')}, that record is begun instead, under the name after it.`,
    'The path of the file is printed on standard output, all else on standard error.',
    'Exit code: 0 written; 1 it could not be written, or you said no; 2 called wrongly, or there is such a file; 130 interrupted.',
  ].join('\n'),
  options: {
    ...OF_POSTMORTEMS,
    id: { type: 'string', value: 'ID', help: 'the name of the file, without its ending; default: made from the title' },
    content: SHARED.content,
    'as-of': SHARED['as-of'],
  },
  takesArguments: true,
  run,
};

async function run(parsed: Arguments): Promise<number> {
  const { values } = parsed;
  const [first, ...others] = parsed.positionals;
  const kind = STUB_KINDS.find((each) => each === first);
  const words = kind ? others : parsed.positionals;
  if (words.length > 1) {
    throw new UsageError(
      `${kind ? 'a name' : 'a title'} is one argument`,
      `cairn new ${kind ? `${kind} ` : ''}"${words.join(' ')}"`,
    );
  }
  const settings = readSettings(values);
  const terminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
  try {
    if (!kind) return await newPostmortem(words[0], { values, settings, terminal });
    refuseOptions(kind, values);
    return await newRecord(kind, words[0], { values, settings, terminal });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write('Interrupted: nothing was written.\n');
    return 130;
  }
}

function refuseOptions(kind: StubKind, values: Arguments['values']): void {
  const option = Object.keys(OF_POSTMORTEMS).find((name) => values[name] !== undefined);
  if (option !== undefined) throw new UsageError(`--${option} is said of a postmortem, not of a ${kind}`);
}
