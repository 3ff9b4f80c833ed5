import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { PARTS_OF_ARCHIVE, reasonOf } from '../archive/files.ts';
import { nearestHint } from '../archive/nearest.ts';
import { type BuildSettings, buildSettings, normaliseBase } from './build-settings.ts';
import { type Arguments, type Command, UsageError } from './command.ts';

/** Options that several commands take, spelled once. */
export const SHARED = {
  content: { type: 'string', value: 'DIR', help: 'the content folder; default: content/ of the checkout' },
  'as-of': { type: 'string', value: 'DATE', help: "the day that counts as today; default: today in the site's zone" },
  strict: { type: 'boolean', help: 'hints count as errors' },
  out: { type: 'string', value: 'DIR', help: 'the folder the site is written to; default: dist/ of the checkout' },
  base: { type: 'string', value: 'PATH', help: 'the path below which the site is served; default: /' },
  drafts: { type: 'boolean', help: 'show drafts too' },
  port: { type: 'string', value: 'NUMBER', help: 'the port to serve at' },
  host: { type: 'string', value: 'NAME', help: 'the address to serve at; default: this machine alone' },
} as const satisfies Command['options'];

/** Reads a command line. Throws `UsageError` for an option or argument that the command does not take. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const known = [...Object.keys(command.options), 'help'];
  for (const arg of args) {
    if (arg === '--') break;
    const [, name] = /^--([^=]+)/.exec(arg) ?? [];
    if (name !== undefined && !known.includes(name)) {
      throw new UsageError(
        `there is no option --${name}`,
        nearestHint(
          `--${name}`,
          known.map((one) => `--${one}`),
        ),
      );
    }
  }
  try {
    const { values, positionals } = parseArgs({
      args: withValues(command, args),
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: command.takesArguments ?? false,
    });
    return { values, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

/** `--changed` alone means `--changed=`; what follows it is its value, unless that is an option or a path. */
function withValues({ options }: Command, args: readonly string[]): string[] {
  const given: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    const next = args[at + 1];
    if (arg === '--') return [...given, ...args.slice(at)];
    if (!options[arg.slice(2)]?.valueIsOptional) {
      given.push(arg);
    } else if (next === undefined || next.startsWith('-') || existsSync(next)) {
      given.push(`${arg}=`);
    } else {
      given.push(`${arg}=${next}`);
      at += 1;
    }
  }
  return given;
}

/** The settings that the options of a build say; relative paths count from where the command was called. */
export function readSettings(values: Arguments['values']): BuildSettings {
  const content = text(values.content);
  const contentDir = content === undefined ? undefined : resolve(content);
  const settings = buildSettings({ ...process.env, ...(contentDir !== undefined && { CAIRN_CONTENT: contentDir }) });
  if (!isFolder(settings.contentDir)) {
    const isThere = statSync(settings.contentDir, { throwIfNoEntry: false }) !== undefined;
    throw new UsageError(
      isThere ? `${settings.contentDir} is no folder` : `there is no folder ${settings.contentDir}`,
      content === undefined && !isThere
        ? 'make it, or name another with --content DIR'
        : 'name the content folder with --content DIR',
    );
  }
  const out = text(values.out);
  const base = text(values.base);
  const asOf = readDay(values['as-of']);
  return {
    ...settings,
    ...(out !== undefined && { outDir: resolve(out) }),
    ...(base !== undefined && { base: normaliseBase(base) }),
    ...(values.drafts === true && { drafts: true }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** The same for a command that needs an archive: throws `UsageError` for a folder in which none stands, not even an empty one. */
export function readArchiveSettings(values: Arguments['values']): BuildSettings {
  const settings = readSettings(values);
  const { contentDir } = settings;
  let names: string[];
  try {
    names = readdirSync(contentDir);
  } catch (error) {
    throw new UsageError(`${contentDir} cannot be read: ${reasonOf(error)}`);
  }
  if (names.some((name) => PARTS_OF_ARCHIVE.has(name))) return settings;
  throw new UsageError(
    `${contentDir} holds no archive: neither postmortems/ nor site.yaml stands in it`,
    text(values.content) === undefined
      ? 'begin one with `npx cairn new`, or name another folder with --content DIR'
      : 'name the content folder with --content DIR',
  );
}

/** The address a server is to answer at. */
export function readServer(values: Arguments['values']): { port?: number; host?: string } {
  const port = text(values.port);
  const host = text(values.host);
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) < 65_536)) {
    throw new UsageError(`${port} is no port`, 'write a number below 65536');
  }
  return { ...(port !== undefined && { port: Number(port) }), ...(host !== undefined && { host }) };
}

/** A day as an option says it. Throws `UsageError` where it is none. */
export function readDay(value: Arguments['values'][string]): string | undefined {
  const day = text(value);
  if (day === undefined) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString();
  } catch {
    // It looks like a day and is none.
  }
  throw new UsageError(`${day} is no day`, 'write it as 2024-03-01');
}

function text(value: Arguments['values'][string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
