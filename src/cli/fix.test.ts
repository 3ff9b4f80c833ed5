import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/site.ts';
import { fixFiles } from './fix.ts';

let content: string;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'cairn-fix-'));
});
afterEach(() => rm(content, { recursive: true }));

const fix = (...args: string[]) => cairn(['check', '--content', content, '--fix', ...args]);
const read = (file: string): Promise<string> => readFile(join(content, file), 'utf8');

describe('cairn check --fix', () => {
  test('mends what is mechanical, says what is left, and leaves nothing beside the files', async () => {
    await writeFiles(content, {
      'postmortems/it.mdx': postmortem(['signals:', '  - ERROR: broken', 'sumary: x'], 'It took <500ms.\n'),
      'postmortems/other.md': '---\ntitle: Other\nservices: [nowhere]\nstarted: 2024-03-01T10:00Z\n---\n',
    });
    const { exitCode, stdout, stderr } = await fix();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Mended 2 things in 1 file.\n');
    expect(stdout).not.toMatch(/yaml-map-for-text|mdx-syntax/);
    expect(stdout).toContain('unknown-key');
    expect(await read('postmortems/it.mdx')).toContain("  - 'ERROR: broken'\n");
    expect(await read('postmortems/it.mdx')).toContain('It took &lt;500ms.\n');
    expect(await readdir(join(content, 'postmortems'))).toEqual(['it.mdx', 'other.md']);
    expect((await fix()).stderr).toContain('Nothing to mend.\n');
  });

  test('with paths, mends those alone', async () => {
    const wrong = postmortem([], 'It took <500ms.\n');
    await writeFiles(content, { 'postmortems/a.mdx': wrong, 'postmortems/b.mdx': wrong });
    await fix('postmortems/b.mdx');
    expect(await read('postmortems/a.mdx')).toBe(wrong);
    expect(await read('postmortems/b.mdx')).not.toBe(wrong);
  });

  test('leaves a file as it is that it cannot write, says so, and ends with 1', async () => {
    const wrong = '---\ntitle: It broke \nstarted: 2024-03-01T10:00Z\n---\n';
    await writeFiles(content, { 'postmortems/it.md': wrong });
    const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const refuse = (): never => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    };
    try {
      expect(await fixFiles(content, () => true, refuse)).toBe(false);
      expect(said.mock.calls.join('')).toBe('cairn: postmortems/it.md cannot be written: EROFS\nNothing to mend.\n');
    } finally {
      said.mockRestore();
    }
    expect(await read('postmortems/it.md')).toBe(wrong);
  });

  test('leaves what it cannot read', async () => {
    const latin = Buffer.from(postmortem('summary: Café  '), 'latin1');
    await mkdir(join(content, 'postmortems'));
    await writeFiles(content, { 'postmortems/latin.md': latin });
    expect((await fix()).exitCode).toBe(1);
    expect(await readFile(join(content, 'postmortems/latin.md'))).toEqual(latin);
  });
});
