import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './site.ts';

const LEFT = new Set(['node_modules', '.git', '.astro', '.cache', 'dist', 'content']);

/** Copies this checkout into a folder, with `content` as its archive; packages are lent, not copied. */
export function copyCheckout(folder: string, content: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(CHECKOUT, folder, {
    recursive: true,
    filter: (path) => !LEFT.has(path.slice(CHECKOUT.length)) && !/\/(?:e2e|fixtures)(?:\/|$)/.test(path),
  });
  cpSync(content, join(folder, 'content'), { recursive: true });
}

/** Lends the packages of this checkout to a copy of it. */
export function lendPackages(folder: string): void {
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  symlinkSync(join(CHECKOUT, 'node_modules'), join(folder, 'node_modules'));
}
