import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stubText } from '../archive/drafts/stub.ts';
import { type LanguageServer, type Place, startLanguageServer } from '../testing/language-server.ts';
import { CHECKOUT } from '../testing/site.ts';
import { writeEditorFiles, YAML_SCHEMAS, yamlSchemaPath, yamlSchemas } from './editor-files.ts';

// The language servers of the editors' extensions, asked over their own protocol.

const PACKAGES = join(CHECKOUT, 'node_modules');
const content = (...path: string[]): string => join(folder, 'content', ...path);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-editor-'));
  cpSync(join(CHECKOUT, 'content'), join(folder, 'content'), { recursive: true });
  cpSync(join(CHECKOUT, '.vscode'), join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  symlinkSync(PACKAGES, join(folder, 'node_modules'));
  mkdirSync(content('postmortems/Two Words ü'), { recursive: true });
  const fresh = Array.from({ length: 30 }, (_, number) => [`new-${number}.mdx`, `new-${number}.md`]).flat();
  for (const file of [...fresh, 'Two Words ü/in-it.mdx']) writeFileSync(content('postmortems', file), 'wrong');
  writeEditorFiles(content(), folder);
});
afterAll(() => rm(folder, { recursive: true }));

let taken = 0;

/** A file that no test has opened: what a server says of a text may come after the text has changed. */
function fresh(extension: 'md' | 'mdx'): string {
  taken += 1;
  return `postmortems/new-${taken - 1}.${extension}`;
}

/** A text with a mark where the cursor stands, and that place. */
function atMark(text: string): { text: string; place: Place } {
  const at = text.indexOf('¦');
  const before = text.slice(0, at).split('\n');
  return { text: text.replace('¦', ''), place: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

describe('front matter, by the language server of Astro', () => {
  let server: LanguageServer;
  beforeAll(async () => {
    const program = join(PACKAGES, '@astrojs/language-server/bin/nodeServer.js');
    server = await startLanguageServer([program, '--stdio'], folder, {
      initializationOptions: { typescript: { tsdk: join(PACKAGES, 'typescript/lib') }, contentIntellisense: true },
    });
  });
  afterAll(() => server.stop());

  const front = (...lines: string[]): string =>
    `---\ntitle: It broke\nstarted: 2024-03-01T10:00Z\n${lines.join('\n')}\n---\n\nText\n`;
  const open = (file: string, text: string) =>
    server.open(content(file), file.endsWith('mdx') ? 'mdx' : 'markdown', text);
  const offered = async (line: string, extension: 'md' | 'mdx'): Promise<string[]> => {
    const { text, place } = atMark(front(...line.split('\n')));
    return (await open(fresh(extension), text)).completions(place);
  };
  const said = async (text: string, file = fresh('mdx')): Promise<string[]> =>
    (await (await open(file, text)).diagnostics()).map(({ range, message }) => `${range.start.line + 1}: ${message}`);

  test.each(['mdx', 'md'] as const)(
    'in .%s keys, words of a fixed set and ids of the archive are offered',
    async (extension) => {
      expect(await offered('ser¦', extension)).toEqual(expect.arrayContaining(['severity', 'services']));
      expect((await offered('status: ¦', extension)).sort()).toEqual(['draft', 'published', 'review']);
      expect(await offered('severity: ¦', extension)).toEqual(['SEV1', 'SEV2', 'SEV3', 'SEV4']);
      expect(await offered('trigger: ¦', extension)).toEqual(expect.arrayContaining(['deploy', 'clock-change']));
      expect(await offered('services: [¦]', extension)).toContain('orders');
      expect(await offered('causes:\n  - ¦', extension)).toContain('connection-pool-exhaustion');
      expect(await offered('actions:\n  - id: A1\n    owner: ¦', extension)).toContain('platform');
      expect(await offered('actions:\n  - id: A1\n    status: ¦', extension)).toContain('wont-do');
      expect(await offered('recurrenceOf: ¦', extension)).toContain('2024-03-01-migration-deadlock');
    },
  );

  test('the line of the model stands at each key', async () => {
    for (const [line, words] of [
      ['miti¦gated: 2024-03-01T10:30Z', 'When users were no longer affected.'],
      ['actions:\n  - id: A1\n    du¦e: 2024-03-01', 'The day it is promised for.'],
    ] as const) {
      const { text, place } = atMark(front(...line.split('\n')));
      expect(await (await open(fresh('mdx'), text)).hover(place)).toContain(words);
    }
  });

  test('what is wrong is named at its line', async () => {
    expect(await said(front('serverity: SEV1'))).toEqual(['4: Property serverity is not allowed.']);
    expect(await said(front('status: done'))).toEqual([
      '4: Value is not accepted. Valid values: "draft", "review", "published".',
    ]);
    expect(await said('---\ntitle: It broke\n---\n')).toEqual(['1: Missing property "started".']);
    expect((await said(front('status: published'))).join()).toMatch(/Missing property "severity"/);
    expect(await said(front('detected: yesterday'))).toEqual([expect.stringContaining('4: String does not match')]);
    expect(await said('---\nname: Pool\nsumary: x\n---\n', 'causes/stale-dns.md')).toEqual([
      '3: Property sumary is not allowed.',
    ]);
    expect(await said(front('serverity: SEV1'), 'postmortems/Two Words ü/in-it.mdx')).toHaveLength(1);
  });

  test('text that looks like a number is text', async () => {
    expect(await said(front('mitigation: 1.10', 'services: [404]', 'timeline: [{ at: 15:30, what: true }]'))).toEqual(
      [],
    );
  });

  test('nothing is wrong in files of the example archive', async () => {
    const some = [
      'postmortems/2024/2024-03-01-migration-deadlock.mdx',
      'postmortems/2024/2024-10-02-growers-certificate.md',
      'causes/retry-storm.md',
      'factors/slow-restore.md',
      'guides/before-spring.mdx',
    ];
    for (const file of some) {
      expect([file, await said(readFileSync(join(CHECKOUT, 'content', file), 'utf8'), file)]).toEqual([file, []]);
    }
    // The server would have said so.
    const [file = ''] = some;
    const wrong = readFileSync(join(CHECKOUT, 'content', file), 'utf8').replace(/^severity:.*$/m, 'serverity: SEV1');
    expect((await said(wrong)).length).toBeGreaterThan(0);
  });
});

test('no front matter of the example archive is against its schema', () => {
  const written = (file: string): unknown => JSON.parse(readFileSync(join(folder, '.astro/collections', file), 'utf8'));
  const judges = new Map(
    ['postmortem', 'cause', 'factor', 'guide', 'template'].map((kind) => [
      `cairn-${kind}`,
      new Ajv({ strict: false, validateFormats: false }).compile(written(`cairn-${kind}.schema.json`) as object),
    ]),
  );
  const { entries } = written('collections.json') as { entries: Record<string, string> };
  const files = globSync('{postmortems,causes,factors,guides,templates}/**/*.{md,mdx}', { cwd: content() });
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = readFileSync(content(file), 'utf8');
    if (text === 'wrong') continue;
    const judge = judges.get(entries[`file://${content(file)}`.toLowerCase()] ?? '');
    judge?.(parse(text.split(/^---$/m)[1] ?? ''));
    expect([file, judge?.errors]).toEqual([file, null]);
  }
});

describe('YAML files, by the YAML language server', () => {
  let server: LanguageServer;
  beforeAll(async () => {
    const program = join(PACKAGES, 'yaml-language-server/bin/yaml-language-server');
    const yaml = { validate: true, completion: true, hover: true, schemaStore: { enable: false } };
    server = await startLanguageServer([program, '--stdio'], folder, { settings: { yaml } });
  });
  afterAll(() => server.stop());

  const headed = (kind: string, file: string, text: string): string =>
    `# yaml-language-server: $schema=${yamlSchemaPath(kind, file, join(CHECKOUT, 'content'))}\n${text}`;
  const open = (file: string, text: string) => server.open(content(file), 'yaml', text);

  test('keys are offered, explained and checked by the schema that the first line names', async () => {
    const { text, place } = atMark(headed('service', 'services/new.yaml', 'name: New\n¦'));
    expect(await (await open('services/new.yaml', text)).completions(place)).toEqual(
      expect.arrayContaining(['team', 'tier', 'runbook', 'repository', 'summary']),
    );
    const hovered = atMark(headed('service', 'services/new.yaml', 'na¦me: New\n'));
    expect(await (await open('services/hovered.yaml', hovered.text)).hover(hovered.place)).toContain(
      'What people call it.',
    );
    const wrong = await open(
      'services/wrong.yaml',
      headed('service', 'services/wrong.yaml', 'name: 404\nowner: core\n'),
    );
    expect((await wrong.diagnostics()).map(({ message }) => message)).toEqual(['Property owner is not allowed.']);
    const site = await open('site.yaml', headed('site', 'site.yaml', 'startHere: now\n'));
    expect((await site.diagnostics()).map(({ message }) => message)).toEqual(['Incorrect type. Expected "array".']);
  });

  test('nothing is wrong in the example archive, nor in what cairn new writes', async () => {
    const files = globSync('**/*.yaml', { cwd: join(CHECKOUT, 'content') });
    expect(files.length).toBeGreaterThan(15);
    const texts = files.map((file) => [file, readFileSync(join(CHECKOUT, 'content', file), 'utf8')] as const);
    for (const kind of ['service', 'team'] as const) {
      const file = `${kind}s/new.yaml`;
      texts.push([file, stubText(kind, 'New', yamlSchemaPath(kind, file, join(CHECKOUT, 'content')))]);
    }
    const found = await Promise.all(
      texts.map(async ([file, text]) => [file, await (await open(file, text)).diagnostics()]),
    );
    expect(found).toEqual(texts.map(([file]) => [file, []]));
  });
});

describe('the schemas of the YAML files', () => {
  test('are those of the model: npx cairn editor writes them anew', () => {
    for (const [name, schema] of Object.entries(yamlSchemas())) {
      expect(JSON.parse(readFileSync(join(CHECKOUT, YAML_SCHEMAS, name), 'utf8'))).toEqual(schema);
    }
  });

  test('are named by the first line of each file of the example archive', () => {
    for (const file of globSync('content/**/*.yaml', { cwd: CHECKOUT })) {
      const path = join(CHECKOUT, file);
      const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(path, 'utf8')) ?? [];
      const kind = dirname(file) === 'content' ? basename(file, '.yaml') : basename(dirname(file)).replace(/s$/, '');
      expect([file, resolve(dirname(path), named)]).toEqual([
        file,
        join(CHECKOUT, YAML_SCHEMAS, `${kind}.schema.json`),
      ]);
    }
  });

  test('are named in no file of a content folder elsewhere', () => {
    expect(yamlSchemaPath('team', 'teams/x.yaml', '/somewhere/content')).toBeUndefined();
    expect(stubText('team', 'X')).not.toContain('yaml-language-server');
  });
});

test('another content folder than that of the checkout has no such files', () => {
  const other = mkdtempSync(join(tmpdir(), 'cairn-editor-'));
  writeEditorFiles(content(), other);
  expect(existsSync(join(other, '.astro'))).toBe(false);
});
