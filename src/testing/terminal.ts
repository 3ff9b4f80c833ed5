import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CHECKOUT, userEnvironment } from './site.ts';

/** True where a terminal can be had: `script` of util-linux opens a real one. */
export const HAS_TERMINAL = process.platform === 'linux';

/** Keys as a terminal sends them. */
export const KEYS = { enter: '\r', down: '\u001B[B', space: ' ', ctrlC: '\u0003', ctrlD: '\u0004', escape: '\u001B' };

/** `cairn` in a terminal of its own. */
export interface Terminal {
  /** Waits until `text` is printed, after all that was waited for before. Throws, with what was printed, if it ends first. */
  see(text: string): Promise<void>;
  type(keys: string): void;
  /** Waits for its end. */
  ended(): Promise<{ exitCode: number; screen: string; raw: string }>;
}

/** Runs `cairn` in a terminal; where `stdout` names a file, its standard output goes there. */
export function openTerminal(
  args: readonly string[],
  { stdout, env }: { stdout?: string; env?: Record<string, string> } = {},
): Terminal {
  const words = [process.execPath, join(CHECKOUT, 'src/cli/cairn.ts'), ...args];
  const into = stdout === undefined ? '' : ` > ${quoted(stdout)}`;
  const command = `stty cols 100 rows 40; exec ${words.map(quoted).join(' ')}${into}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: { ...userEnvironment(), TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
  });
  let raw = '';
  let seen = 0;
  let look = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    raw += chunk;
    look();
  });
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const screen = (): string => stripVTControlCharacters(raw).replaceAll('\r', '');
  const see = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      look = () => {
        const at = screen().indexOf(text, seen);
        if (at < 0) return;
        seen = at + text.length;
        look = () => {};
        resolve();
      };
      look();
      closed.then(() => reject(new Error(`it ended before it said ${text}\n${screen()}`)), reject);
    });
  return {
    see,
    type: (keys) => void child.stdin.write(keys),
    ended: async () => ({ exitCode: await closed, screen: screen(), raw }),
  };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
