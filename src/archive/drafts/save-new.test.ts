import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveNew } from './save-new.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-save-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file is written with the folders it needs, and nothing beside it', () => {
  expect(saveNew(join(folder, 'a/b/c.md'), 'text')).toBe(true);
  expect(readFileSync(join(folder, 'a/b/c.md'), 'utf8')).toBe('text');
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.md']);
});

test('one that is there stays what it is, also a link that leads nowhere', () => {
  writeFileSync(join(folder, 'c.md'), 'first');
  symlinkSync(join(folder, 'nowhere.md'), join(folder, 'd.md'));
  expect(saveNew(join(folder, 'c.md'), 'second')).toBe(false);
  expect(saveNew(join(folder, 'd.md'), 'second')).toBe(false);
  expect(readFileSync(join(folder, 'c.md'), 'utf8')).toBe('first');
  expect(readdirSync(folder).sort()).toEqual(['c.md', 'd.md']);
});

test('where it cannot be written, the folders made for it are gone again', () => {
  const long = 'x'.repeat(300);
  expect(() => saveNew(join(folder, 'a/b', `${long}.md`), 'text')).toThrow(/ENAMETOOLONG/);
  expect(existsSync(join(folder, 'a'))).toBe(false);
  expect(existsSync(folder)).toBe(true);
});
