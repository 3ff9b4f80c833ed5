import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';
import { lostWords } from '../testing/lost-words.ts';
import { decodeText } from './files/read-text.ts';

/** What a person reads in one file of an archive, written down before it was imported. */
interface Expected {
  /** What becomes of a file that is no incident. */
  outcome?: string;
  /** Values of the front matter; of each action at least these keys. */
  values?: Record<string, unknown>;
  /** `moment words` for each entry, all of them. */
  timeline?: string[];
  /** Fields that the file says nothing of. */
  absent?: string[];
  /** Words that stay in the body. */
  body?: string[];
  /** Words of the problems that are reported. */
  problems?: string[];
}

/** One folder for each dress: `archive/` as a team has it, perhaps a `map.yaml`, and `expected.json` by file. */
const ROOT = join(import.meta.dirname, '../testing/fixtures/import-dresses');
const DRESSES = readdirSync(ROOT).sort();

function filesOf(folder: string): Record<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split('\\').join('/'));
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

test('there are dresses', () => {
  expect(DRESSES.length).toBeGreaterThan(15);
});

describe.each(DRESSES)('an archive in the dress of %s', (dress) => {
  const expected = JSON.parse(readFileSync(join(ROOT, dress, 'expected.json'), 'utf8')) as Record<string, Expected>;
  const map = join(ROOT, dress, 'map.yaml');
  const files = filesOf(join(ROOT, dress, 'archive'));

  test('is read as a person reads it, loses no word, and stays as it is when imported again', async () => {
    const archive = await imported(files, existsSync(map) ? readFileSync(map, 'utf8') : '');
    for (const [file, { outcome, ...read }] of Object.entries(expected)) {
      if (outcome !== undefined) {
        expect(archive.report.files.find((one) => one.file === file)?.outcome, file).toBe(outcome);
        continue;
      }
      const { values, body, report, target } = archive.of(file);
      expect(values, file).toMatchObject(read.values ?? {});
      expect(
        values.timeline?.map(({ at, what }) => `${at} ${what}`),
        file,
      ).toEqual(read.timeline);
      for (const field of read.absent ?? []) expect(values, file).not.toHaveProperty(field);
      for (const words of read.body ?? []) expect(body, file).toContain(words);
      const problems = report.problems.map(({ message }) => message).join('\n');
      for (const words of read.problems ?? []) expect(problems, file).toContain(words);
      const source = decodeText(files[file] as Uint8Array);
      const written = readFileSync(join(archive.out, target), 'utf8');
      expect('text' in source && lostWords(source.text, written, report), file).toEqual([]);
    }
    const again = archive.again().files.filter(({ target }) => target !== undefined);
    expect(again.map(({ outcome }) => outcome)).toEqual(again.map(() => 'unchanged'));
  });
});
