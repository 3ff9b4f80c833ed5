import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFiles } from '../../testing/archive.ts';
import { ChangeError, writeChanges } from './write-changes.ts';

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-changes-'));
  await writeFiles(folder, { 'a.md': 'a', 'b.md': 'b', 'in/c.md': 'c' });
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** What is thrown where the changes cannot be made. */
function fault(run: () => void): ChangeError {
  try {
    run();
  } catch (error) {
    if (error instanceof ChangeError) return error;
  }
  throw new Error('nothing was thrown');
}

describe('changes are made, all of them or none', () => {
  test('texts and a move, into a folder that is made for it, out of one that is then empty', () => {
    writeChanges(folder, { texts: new Map([['a.md', 'A']]), move: { from: 'in/c.md', to: 'new/er/c.md' } });
    expect([read('a.md'), read('new/er/c.md')]).toEqual(['A', 'c']);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md', 'new']);
  });

  test('where a file is gone, those before it are put back', () => {
    const texts = new Map([
      ['a.md', 'A'],
      ['gone.md', 'G'],
    ]);
    expect(fault(() => writeChanges(folder, { texts }))).toMatchObject({ file: 'gone.md', stands: [] });
    expect(read('a.md')).toBe('a');
  });

  test('where there is something to move to, texts are put back, and no folder is left', () => {
    const texts = new Map([['a.md', 'A']]);
    for (const to of ['b.md', 'b.md/c.md']) {
      expect(fault(() => writeChanges(folder, { texts, move: { from: 'in/c.md', to } }))).toMatchObject({ stands: [] });
    }
    expect([read('a.md'), read('b.md'), read('in/c.md')]).toEqual(['a', 'b', 'c']);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md', 'in']);
  });

  test('what cannot be put back either is named', () => {
    class Vanishing extends Map<string, string> {
      override *[Symbol.iterator](): MapIterator<[string, string]> {
        yield ['a.md', 'A'];
        yield ['b.md', 'B'];
        rmSync(join(folder, 'a.md'));
        yield ['gone.md', 'G'];
      }
    }
    expect(fault(() => writeChanges(folder, { texts: new Vanishing() }))).toMatchObject({
      file: 'gone.md',
      stands: ['a.md'],
    });
    expect(read('b.md')).toBe('b');
  });

  test('nothing listens to signals any more afterwards', () => {
    const listeners = process.listenerCount('SIGINT');
    writeFileSync(join(folder, 'a.md'), 'x');
    writeChanges(folder, { texts: new Map([['a.md', 'A']]) });
    fault(() => writeChanges(folder, { texts: new Map([['gone.md', 'G']]) }));
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });
});
