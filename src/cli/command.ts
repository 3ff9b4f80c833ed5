import type { ParseArgsOptionsConfig } from 'node:util';

/** What `parseArgs` makes of a command line. */
export interface Arguments {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
}

/** One option of a command. */
export type Option = ParseArgsOptionsConfig[string] & {
  /** What its value is, for `--help`. */
  value?: string;
  help: string;
  /** True where it may stand without its value, which is then empty. */
  valueIsOptional?: true;
};

/** One command of `cairn`. */
export interface Command {
  /** How it is called, after `cairn`. */
  usage: string;
  /** What it does and how it ends, for `--help`. */
  about: string;
  /** Its options, each with the line that `--help` prints. `--help` itself is everybody's. */
  options: Record<string, Option>;
  /** True where it takes arguments that are no options. */
  takesArguments?: boolean;
  /** Runs it and gives the exit code. Throws `UsageError` for what was called wrongly. */
  run(parsed: Arguments): Promise<number>;
}

/** Thrown when a command was called wrongly: the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError';
  /** What might have been meant. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
