#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Whoever reads has seen enough (`cairn check | head`).
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

// What Node makes of the code is kept beside the packages, and known by the code's digest: a start takes half the time, and no
// output depends on it. Where nothing can be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/cairn/code', import.meta.url)));

const { run } = await import('./commands.ts');
process.exitCode = await run(process.argv.slice(2));
