import { setImmediate as turn } from 'node:timers/promises';
import { RehearsalError } from '../archive/changes/rehearse.ts';
import { reasonOf } from '../archive/files.ts';
import { UsageError } from './command.ts';

/**
 * Runs what changes nothing and takes its time. Where somebody interrupts it meanwhile, it is brought to its end, so that it
 * leaves nothing behind, and its result is undefined. Throws `UsageError` where there is no room to judge in.
 */
export async function unlessInterrupted<T>(judge: () => Promise<T>): Promise<T | undefined> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let isHeard = false;
  const hear = (): void => {
    isHeard = true;
  };
  for (const signal of signals) process.on(signal, hear);
  try {
    const result = await judge();
    // A signal that came while all was busy is heard in the next turn.
    await turn();
    return isHeard ? undefined : result;
  } catch (error) {
    if (!(error instanceof RehearsalError)) throw error;
    throw new UsageError(
      `nothing can be written to ${error.message}: ${reasonOf(error.cause)}`,
      'name another folder in TMPDIR',
    );
  } finally {
    for (const signal of signals) process.off(signal, hear);
  }
}
