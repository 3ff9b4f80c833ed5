import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeArchive } from './check-archive.ts';

// Measures what `cairn check` takes of a processor, on archives made of the example, and ends with 1 where it is over its budget.

/** User and system time of the whole process, all its threads, in seconds. */
const BUDGETS = [
  { files: 100, seconds: 1 },
  { files: 5_000, seconds: 6 },
];
/** Whatever else a machine does makes a run slower and never faster: the least of several is what the check takes. */
const RUNS = 5;

const CAIRN = fileURLToPath(new URL('../cli/cairn.ts', import.meta.url));
/** Prints what the process took, once it is done. */
const METER = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error('took', (user + system) / 1e6); });",
)}`;

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
try {
  console.log(
    `${'files'.padStart(6)}${'CPU s'.padStart(8)}${'budget'.padStart(8)}   node ${process.version}, ${cpus()[0]?.model}`,
  );
  for (const { files, seconds } of BUDGETS) {
    const content = join(folder, String(files));
    mkdirSync(content);
    writeArchive(content, files);
    const least = Math.min(...Array.from({ length: RUNS }, () => check(content)));
    const verdict = least > seconds ? '   over' : '';
    console.log(
      `${String(files).padStart(6)}${least.toFixed(2).padStart(8)}${seconds.toFixed(2).padStart(8)}${verdict}`,
    );
    if (verdict !== '') process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The seconds of CPU that one check takes. Throws where a file has errors: what is wrong takes time of its own. */
function check(content: string): number {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', METER, CAIRN, 'check', '--content', content],
    { encoding: 'utf8' },
  );
  const took = /^took (.+)$/m.exec(stderr)?.[1];
  if (status !== 0 || took === undefined) throw new Error(`the check failed:\n${stdout}${stderr}`);
  return Number(took);
}
