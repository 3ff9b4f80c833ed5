import { nearestHint } from '../archive/nearest.ts';
import { type Command, UsageError } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { readArguments } from './options.ts';

/** Every command, with the line that `cairn help` prints. A command is loaded when it is called. */
const COMMANDS: Record<string, { does: string; load: () => Promise<Command> }> = {
  new: {
    does: 'begins a postmortem, a cause, a factor, a service, a team or a guide',
    load: async () => (await import('./new.ts')).newCommand,
  },
  check: {
    does: 'every problem of every file, in one run',
    load: async () => (await import('./check.ts')).check,
  },
  publish: {
    does: 'judges a postmortem by the stricter rules, and publishes it',
    load: async () => (await import('./publish.ts')).publish,
  },
  rename: {
    does: 'gives a record another id, and mends every reference to it',
    load: async () => (await import('./rename.ts')).rename,
  },
  action: {
    does: 'closes an action: action done <id>#<action>',
    load: async () => (await import('./action.ts')).action,
  },
  build: {
    does: 'writes the site to a folder',
    load: async () => (await import('./site-commands.ts')).build,
  },
  import: {
    does: 'turns a folder of Markdown that you have into a content folder',
    load: async () => (await import('./import.ts')).importCommand,
  },
  similar: {
    does: 'the past incidents that looked like a text, and what fixed each',
    load: async () => (await import('./similar.ts')).similar,
  },
  summary: {
    does: 'what a branch does to the archive, for the comment on its pull request',
    load: async () => (await import('./summary.ts')).summary,
  },
  editor: {
    does: 'writes what an editor completes and checks front matter by',
    load: async () => (await import('./editor.ts')).editor,
  },
  dev: {
    does: 'serves the site, drafts included, and follows your edits',
    load: async () => (await import('./site-commands.ts')).dev,
  },
  preview: {
    does: 'serves the built site as a host would',
    load: async () => (await import('./site-commands.ts')).preview,
  },
};

/** Runs `cairn` with these arguments and gives the exit code: 2 where it was called wrongly. */
export async function run(args: string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== undefined) {
      process.stderr.write(`cairn: ${refusal}\n`);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`cairn: ${error.message}${error.hint ? ` (${error.hint})` : ''}\nSee: npx cairn help\n`);
    return 2;
  }
}

/** What the system refuses, and what somebody can do about it. Anything else is a fault of ours, and is shown whole. */
const REFUSALS: Record<string, string> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'what it stands on can only be read',
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left for this user',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'there is something else of that name',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall = '', path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (reason === undefined || path === undefined) return undefined;
  const isRead = /^(?:read|scan|stat|lstat|opendir)/.test(syscall);
  return `${dest ?? path} cannot be ${isRead ? 'read' : syscall === 'open' ? 'opened' : 'written'}: ${reason} (${code})`;
}

async function dispatch([name, ...args]: string[]): Promise<number> {
  if (name === undefined) {
    process.stderr.write(overview(COMMANDS));
    return 2;
  }
  const isHelp = name === 'help' || name === '--help' || name === '-h';
  const called = isHelp ? args[0] : name;
  if (called === undefined) {
    process.stdout.write(overview(COMMANDS));
    return 0;
  }
  const known = Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined;
  if (!known) throw new UsageError(`there is no command ${called}`, nearestHint(called, Object.keys(COMMANDS)));
  const command = await known.load();
  if (isHelp || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(commandHelp(command));
    return 0;
  }
  return command.run(readArguments(command, args));
}
