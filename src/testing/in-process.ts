import { vi } from 'vitest';
import { run } from '../cli/commands.ts';
import type { Run } from './site.ts';

/** Runs `cairn` with these arguments in this process, and gives what it printed. */
export async function cairn(args: string[]): Promise<Run> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += text;
      return true;
    }),
  );
  try {
    const exitCode = await run(args);
    return { exitCode, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
