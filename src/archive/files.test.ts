import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, linesOf, postmortem, writeFiles } from '../testing/archive.ts';
import { listContent } from './files.ts';

async function list(files: Files): Promise<ReturnType<typeof listContent>> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-files-'));
  try {
    await writeFiles(folder, files);
    return listContent(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('every kind of file is known by its place', async () => {
  const { files, pictures, problems } = await list({
    'site.yaml': 'x',
    'synonyms.yaml': 'x',
    'README.md': 'x',
    'postmortems/README.md': 'x',
    'postmortems/it-broke.md': 'x',
    'postmortems/2024/deep/down/it-broke-again.mdx': 'x',
    'postmortems/2024/with-pictures/index.mdx': 'x',
    'postmortems/2024/with-pictures/graph.png': 'x',
    'postmortems/2024/graph.SVG': 'x',
    'postmortems/.gitkeep': '',
    '.obsidian/workspace.json': 'x',
    'causes/pool.md': 'x',
    'factors/alert.mdx': 'x',
    'services/api.yaml': 'x',
    'teams/core.yaml': 'x',
    'guides/first-week.mdx': 'x',
    'templates/short.mdx': 'x',
  });
  expect(problems).toEqual([]);
  expect(pictures).toEqual(['postmortems/2024/graph.SVG', 'postmortems/2024/with-pictures/graph.png']);
  expect(files.map(({ kind, id, format }) => `${kind} ${id} ${format}`)).toEqual([
    'cause pool md',
    'factor alert mdx',
    'guide first-week mdx',
    'postmortem it-broke-again mdx',
    'postmortem with-pictures mdx',
    'postmortem it-broke md',
    'service api yaml',
    'site site yaml',
    'synonyms synonyms yaml',
    'team core yaml',
    'template short mdx',
  ]);
});

describe('what is in the wrong place or has the wrong name is named, with the right one', () => {
  test.each([
    ['postmortems/DB outage.mdx', 'file-name', 'rename it to db-outage.mdx'],
    ['postmortems/Café_Überlast.md', 'file-name', 'rename it to cafe-uberlast.md'],
    ['postmortems/a--b.md', 'file-name', 'rename it to a-b.md'],
    [`postmortems/${'long-'.repeat(20)}.md`, 'file-name', `rename it to ${'long-'.repeat(16).slice(0, -1)}.md`],
    ['postmortems/障害.md', 'file-name', 'name it after its day and what broke, such as 2024-03-01-what-broke.md'],
    ['postmortems/Bad Name/index.mdx', 'file-name', 'rename it to bad-name/index.mdx'],
    ['postmortems/index.md', 'file-name', 'such as postmortems/2024-03-01-what-broke/index.md'],
    ['postmortems/a.markdown', 'wrong-extension', 'rename it to a.md'],
    ['postmortems/a.txt', 'wrong-extension', 'rename it to a.md'],
    ['postmortems/a.MDX', 'wrong-extension', 'rename it to a.md'],
    ['postmortems/notes', 'wrong-extension', 'rename it to notes.md'],
    ['services/api.yml', 'wrong-extension', 'rename it to api.yaml'],
    ['services/api.md', 'wrong-extension', 'rename it to api.yaml'],
    ['site.yml', 'wrong-extension', 'rename it to site.yaml'],
    ['sites.yaml', 'wrong-folder', 'rename it to site.yaml'],
    ['it-broke.md', 'wrong-folder', 'move it to postmortems/it-broke.md'],
    ['notes.txt', 'wrong-folder', 'move it out of the content folder'],
    ['incidents/it-broke.md', 'wrong-folder', 'a postmortem stands in postmortems/, at any depth'],
    ['postmortem/it-broke.md', 'wrong-folder', 'rename it to postmortems/'],
    ['causes/capacity/pool.md', 'wrong-folder', 'move it to causes/pool.md'],
  ])('%s', async (file, rule, way) => {
    const { files, problems } = await list({ [file]: 'x' });
    expect(files).toEqual([]);
    expect(problems).toEqual([
      { file, rule, severity: 'error', message: expect.any(String), hint: expect.stringContaining(way) },
    ]);
  });

  test('a record beside the index file of another', async () => {
    const { problems } = await list({
      'postmortems/2024/it-broke/index.md': 'x',
      'postmortems/2024/it-broke/notes.md': 'x',
      'postmortems/2024/it-broke/deep/more/index.md': 'x',
    });
    expect(problems.map(({ file, rule, hint }) => [file, rule, hint])).toEqual([
      [
        'postmortems/2024/it-broke/deep/more/index.md',
        'wrong-folder',
        'move it to postmortems/2024/deep/more/index.md',
      ],
      ['postmortems/2024/it-broke/notes.md', 'wrong-folder', 'move it to postmortems/2024/notes.md'],
    ]);
  });

  test('symbolic links: to a folder above, out of the archive, to nothing', async () => {
    const { files, problems } = await list({
      'postmortems/loop': '-> ..',
      'causes/secret.md': '-> /etc/hostname',
      'causes/gone.md': '-> nowhere.md',
    });
    expect(files).toEqual([]);
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ['causes/gone.md', 'symbolic-link'],
      ['causes/secret.md', 'symbolic-link'],
      ['postmortems/loop', 'symbolic-link'],
    ]);
  });

  test('a folder that is not there', () => {
    expect(listContent('/nowhere/at/all').problems).toMatchObject([{ file: '.', rule: 'content-folder' }]);
  });
});

describe('what cannot be read', () => {
  const read = async (content: string | Uint8Array): Promise<string[]> => linesOf({ 'postmortems/a.md': content });

  test.each([
    ['nothing', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['blanks', ' \n\t\r\n'],
  ])('an empty file: %s', async (_, content) => {
    expect(await read(content)).toEqual(['postmortems/a.md empty-file it is empty (fill it in, or delete it)']);
  });

  test('a file that is not UTF-8, at its first broken character', async () => {
    const text = '\uFEFF---\r\ntitle: Ω Café\r\n';
    const bytes = Buffer.concat([
      Buffer.from(text),
      Buffer.from('summary: 𝒳 caf'),
      Buffer.from([0xe9]),
      Buffer.from('\n---\n'),
    ]);
    expect(await read(bytes)).toEqual([
      'postmortems/a.md:3:16 not-utf8 it is not UTF-8 (save it with the encoding UTF-8)',
    ]);
    expect(await read(Buffer.from(`\uFEFF${postmortem()}`, 'utf16le'))).toEqual([
      'postmortems/a.md not-utf8 it is not UTF-8 but UTF-16 (save it with the encoding UTF-8)',
    ]);
  });

  test('a file of more than 5 MB', async () => {
    expect(await read(Buffer.alloc(6 * 1024 * 1024, 'x'))).toEqual([
      'postmortems/a.md large-file it has 6.0 MB; at most 5 MB are read (attach logs elsewhere and link to them)',
    ]);
  });
});

test('byte order mark, CRLF, tabs and characters beyond the first plane shift no place', async () => {
  const text = postmortem(["summary: '𝒳'", "mitigation: '𝒳' # kept", "signals: ['𝒳', { a: b }]", 'nonsense:\tx']);
  const unix = await linesOf({ 'postmortems/a.md': text });
  expect(unix.map((line) => line.split(' ')[0])).toEqual(['postmortems/a.md:7:17', 'postmortems/a.md:8:1']);
  expect(await linesOf({ 'postmortems/a.md': `\uFEFF${text.replaceAll('\n', '\r\n')}` })).toEqual(unix);
  expect(await linesOf({ 'postmortems/a.md': text.replaceAll('\n', '\r') })).toEqual(unix);
});
