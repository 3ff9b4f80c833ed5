#!/usr/bin/env node
import { run } from './commands.ts';

// Whoever reads has seen enough (`cairn check | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
