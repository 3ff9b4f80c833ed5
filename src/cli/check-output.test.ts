import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Files, postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/in-process.ts';
import * as executable from '../testing/site.ts';

const ESC = String.fromCharCode(27);
const FORMATS = ['pretty', 'json', 'github', 'sarif'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-output-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What `check` prints of these files in each format. */
async function outputs(name: string, files: Files): Promise<string[]> {
  const content = join(folder, name);
  await writeFiles(content, files);
  const runs = [];
  for (const format of FORMATS) runs.push(await cairn(['check', '--content', content, '--format', format]));
  return runs.map(({ stdout, stderr }) => `${stdout}${stderr}`.replaceAll(content, 'content'));
}

// Put together here, so that no file of the project holds anything that looks like a secret.
const letters = 'aB3dE5gH7jK9mN1pQ4sT6vX8zC2fR0wY';
const dashes = '-'.repeat(5);
const keyLines = [letters, letters.toUpperCase(), `${letters.toLowerCase()}==`];

describe('a secret', () => {
  test.each<[string, Files]>([
    [
      'where an id is due',
      { 'postmortems/it.md': postmortem([`services: [ghp_${letters}1234]`, `owner: ghp_${letters}1234`]) },
    ],
    [
      'after the key that gives it away',
      { 'postmortems/it.md': postmortem(`aws_secret_access_key: ${letters}12345678`) },
    ],
    ['in a value that YAML cuts', { 'postmortems/it.md': postmortem(`summary: glpat-${letters} #3`) }],
    ['in a map where text is due', { 'postmortems/it.md': postmortem(`signals:\n  - token: glpat-${letters}`) }],
    ['as an alias', { 'postmortems/it.md': postmortem(`summary: *glpat-${letters}`) }],
    ['in the name of a key', { 'postmortems/it.md': postmortem(`glpat-${letters}: x`) }],
    [
      'in an expression',
      { 'postmortems/it.mdx': postmortem([], `{"glpat-${letters}"}\n\n<Glpat x="glpat-${letters}" />\n`) },
    ],
    ['in a link', { 'postmortems/it.md': postmortem([], `[x](../glpat-${letters}.md) ![](glpat-${letters}.png)\n`) }],
    ['in an address', { 'postmortems/it.md': postmortem([], `See <https://joe:${letters}@db.internal/>.\n`) }],
    ['where a time is due', { 'postmortems/it.md': postmortem(`detected: sk_live_${letters}`) }],
    [
      'of many lines',
      {
        'postmortems/it.md': postmortem(
          ['signals:', '  - |-', `    ${dashes}BEGIN PRIVATE KEY${dashes}`, ...keyLines.map((line) => `    ${line}`)],
          `${dashes}BEGIN PRIVATE KEY${dashes}\n${keyLines.join('\n')}\n${dashes}END PRIVATE KEY${dashes}\n`,
        ),
      },
    ],
  ])('%s is named, and printed in no format', async (name, files) => {
    for (const output of await outputs(name.replaceAll(' ', '-'), files)) {
      expect(output).toMatch(/this looks like (?:a|an) /);
      for (const line of [letters, ...keyLines])
        expect(output.toLowerCase()).not.toContain(line.toLowerCase().slice(0, 20));
    }
  });
});

describe('the output', () => {
  const files: Files = Object.fromEntries(
    ['zebra', 'Äpfel', 'alpha', 'beta', 'beta-2'].flatMap((name, index) => [
      [
        `postmortems/202${index}/${name}.md`,
        postmortem(['serverity: SEV1', 'services: [nowhere, x]'], 'We forgot it.\n'),
      ],
      [`causes/${name}.md`, '---\nnmae: C\n---\n\nHuman error.\n'],
    ]),
  );

  test('is the same twice, and in whatever order the files were written', async () => {
    const names = Object.keys(files);
    const shuffled = [...names].reverse().sort((a, b) => a.length - b.length);
    const once = await outputs('once', files);
    const turned = await outputs('turned', Object.fromEntries(shuffled.map((name) => [name, files[name] ?? ''])));
    // Where a folder stands beside the one that is judged from, paths name it.
    expect(turned.map((output) => output.replaceAll('/turned/', '/once/'))).toEqual(once);
    expect(await outputs('once', files)).toEqual(once);
  });

  test('stands in the order of files, lines and columns', async () => {
    const [, json = ''] = await outputs('order', files);
    const places = JSON.parse(json.slice(0, json.lastIndexOf('}') + 1)).results.map(
      ({ file, line, column }: { file: string; line: number | null; column: number | null }) =>
        `${file} ${String(line ?? 0).padStart(6, '0')} ${String(column ?? 0).padStart(6, '0')}`,
    );
    expect(places.length).toBeGreaterThan(20);
    expect(places).toEqual([...places].sort());
  });

  test('holds colour on a terminal alone, and there only where NO_COLOR does not forbid it', async () => {
    const content = join(folder, 'colour');
    await writeFiles(content, files);
    const args = ['check', '--content', content];
    const onTerminal = (env: Record<string, string>): string =>
      String(
        spawnSync(
          'script',
          ['-qec', [process.execPath, join(executable.CHECKOUT, 'src/cli/cairn.ts'), ...args].join(' '), '/dev/null'],
          { env: { ...process.env, NO_COLOR: '', ...env } },
        ).stdout,
      );
    const piped = await executable.cairn(args, { env: { FORCE_COLOR: '1' } });
    expect(piped.stdout).toContain('unknown-key');
    expect(piped.stdout).not.toContain(ESC);
    expect(onTerminal({})).toContain(`${ESC}[`);
    const plain = onTerminal({ NO_COLOR: '1' });
    expect(plain).toContain('unknown-key');
    expect(plain).not.toContain(ESC);
  });

  test('tells hints from errors by its exit code, and --strict makes the one the other', async () => {
    const content = join(folder, 'codes');
    await writeFiles(content, { 'postmortems/it.md': postmortem([], 'Human error.\n') });
    for (const format of FORMATS) {
      const args = ['check', '--content', content, '--format', format];
      expect((await cairn(args)).exitCode).toBe(0);
      expect((await cairn([...args, '--strict'])).exitCode).toBe(1);
    }
    await writeFile(join(content, 'postmortems/it.md'), postmortem('serverity: SEV1'));
    for (const format of FORMATS)
      expect((await cairn(['check', '--content', content, '--format', format])).exitCode).toBe(1);
  });
});
