import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf, layoutFaults } from './boundaries.ts';

const source = fileURLToPath(new URL('../', import.meta.url));
const paths = readdirSync(source, { recursive: true, withFileTypes: true }).map((entry) => ({
  path: `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(source.length).replace(/^\//, ''),
  isFile: entry.isFile(),
}));
const code = paths.filter(({ path, isFile }) => isFile && /\.(?:ts|astro)$/.test(path)).map(({ path }) => path);

test('every folder imports from those before it alone', () => {
  expect(code.length).toBeGreaterThan(20);
  expect(code.flatMap((file) => layoutFaults(file, readFileSync(`${source}${file}`, 'utf8')))).toEqual([]);
});

test('no file or folder has a name that says nothing', () => {
  const vague = /(?:^|[/.-])(?:utils?|helpers?|common|misc)(?=[/.-]|$)/;
  expect(vague.test('site/date-utils.ts') && vague.test('misc/a.ts') && !vague.test('site/commons.ts')).toBe(true);
  expect(paths.filter(({ path }) => vague.test(path) && !path.includes('fixtures/'))).toEqual([]);
});

test('no name that Astro reserves is taken', () => {
  const reserved = ['fetch.ts', 'middleware.ts', 'actions', 'content'];
  expect(paths.map(({ path }) => path).filter((path) => reserved.includes(path))).toEqual([]);
});

describe('the check itself', () => {
  test.each([
    ['model/a.ts', `import { b } from '../archive/b.ts';`, 'src/model/a.ts:1 imports ../archive/b.ts'],
    ['model/a.ts', `import matter from 'gray-matter';`, 'zod and nothing else'],
    ['analysis/a.ts', `import type { B } from '../site/b.ts';`, 'analysis may not look up to site'],
    ['analysis/a.ts', `\nimport { readFile } from 'node:fs';`, 'src/analysis/a.ts:2 imports node:fs'],
    ['analysis/a.ts', `const a = 1;\nconst now = new Date();`, 'src/analysis/a.ts:2 uses new Date()'],
    ['analysis/a.ts', `const now = Date.now();`, 'uses Date.now()'],
    ['analysis/a.ts', `new Intl.DateTimeFormat('en');`, 'without a timeZone'],
    ['analysis/a.ts', `const hour = new Date(0).getHours();`, 'uses the calendar of the host'],
    ['archive/changes/a.ts', `process.stderr.write('Done');`, 'for cli/'],
    ['importers/a.ts', `if (process.env.ALL) all();`, 'src/importers/a.ts:1 uses what the process was given'],
    ['reporters/a.ts', `import { writeFileSync } from 'node:fs';`, 'reporters/ hand over text'],
    ['archive/deep/a.ts', `export * from '../../cli/b.ts';`, 'archive may not look up to cli'],
    ['archive/a.ts', `const b = await import('../integrations/b.ts');`, 'archive may not look up to integrations'],
    ['cli/check.ts', `import { build } from 'astro';`, 'cli stands without Astro'],
    [
      'pages/index.astro',
      `---\nimport { getCollection } from 'astro:content';\n---\n`,
      'pages/index.astro:2 imports astro:c',
    ],
    ['pages/index.astro', `---\nimport { a } from '../browser/a.ts';\n---\n`, 'pages may not look up to browser'],
    ['pages/index.astro', `<p>\n</p>\n<script>\nimport '../site/a.ts';\n</script>`, 'src/pages/index.astro:4 imports'],
    ['pages/index.astro', `<script src="../site/a.ts"></script>`, 'what runs in the browser'],
    ['browser/a.ts', `import { b } from '../archive/b.ts';`, 'what runs in the browser'],
    ['site/a.ts', `import { b } from '../testing/b.ts';`, 'only tests may import from testing/'],
    ['site/a.ts', `const all = import.meta.glob('../pages/*.astro');`, 'site may not look up to pages'],
    ['stuff/a.ts', '', 'stands in no folder of the layout'],
  ])('%s: %j', (file, text, fault) => {
    expect(layoutFaults(file, text).join('\n')).toContain(fault);
  });

  test.each([
    ['archive/loader.ts', `import type { Loader } from 'astro/loaders';\nimport { a } from '../model/a.ts';`],
    ['cli/build.ts', `import { build } from 'astro';`],
    ['cli/new/a.ts', `process.stdout.write('a');\nprocess.exitCode = 1;`],
    ['site/a.test.ts', `import { b } from '../testing/b.ts';\nimport fc from 'fast-check';`],
    [
      'pages/index.astro',
      `---\nimport A from '../components/A.astro';\n---\n<script>import '../browser/a.ts';</script>`,
    ],
    ['components/A.astro', `---\n---\n<script>import { median } from '../analysis/median.ts';</script>`],
    ['analysis/a.ts', `new Intl.DateTimeFormat('en', { timeZone });\nnew Date(0);`],
    ['analysis/a.ts', `// Part of a process.\n/** Never Date.now(). */`],
  ])('allows %s: %j', (file, text) => {
    expect(layoutFaults(file, text)).toEqual([]);
  });

  test('knows a type import by its word', () => {
    const text = `import type {\n  A,\n} from './a.ts';\nimport { b } from './b.ts';\n`;
    expect(importsOf('a.ts', text).map(({ typeOnly }) => typeOnly)).toEqual([true, false]);
  });
});
