import { dirname, posix } from 'node:path';
import ts from 'typescript';

/** One import of one file, as it is written. */
export interface Import {
  line: number;
  specifier: string;
  /** True for `import type` and `export type`: nothing of it is left when the file runs. */
  typeOnly: boolean;
  /** True where it stands in a `<script>` of an .astro file, and so runs in the reader's browser. */
  inBrowser: boolean;
}

/**
 * The folders and files of src/ in the order in which data goes through them: each may import from those before it and
 * from its own. Those in one row are of one rank.
 */
const RANKS = [
  ['model'],
  ['analysis'],
  ['archive'],
  ['reporters'],
  ['importers'],
  ['cli'],
  ['content.config.ts'],
  ['site'],
  ['pages', 'layouts', 'components', 'styles'],
  ['browser'],
  ['integrations'],
];

/** What runs in the reader's browser carries these and no more. */
const BROWSER_MAY_IMPORT = ['browser', 'model', 'analysis'];

/** Content of the product, not code; found by path, and free to use what is handed to it. */
const CONTENT = ['guides', 'templates'];

const ASTRO_MODULES = /^(?:astro$|astro[:/]|@astrojs\/)/;
const MAY_IMPORT_ASTRO = ['content.config.ts', 'site', 'pages', 'layouts', 'components', 'integrations'];
const STARTS_ASTRO = ['cli/site.ts', 'cli/build.ts', 'cli/dev.ts', 'cli/preview.ts'];

/** Commands, and what Astro starts by itself, so that settings reach it through the environment alone. */
const MAY_SPEAK = ['cli', 'content.config.ts'];

/** The imports of a TypeScript or .astro file, `import()` and `import.meta.glob()` among them. */
export function importsOf(file: string, source: string): Import[] {
  if (!file.endsWith('.astro')) return importsOfScript(source, 0, false);
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(source);
  const scripts = [...source.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  return [
    ...(frontmatter ? importsOfScript(frontmatter[1] ?? '', 1, false) : []),
    ...scripts.flatMap((script) => {
      const [whole, attributes = '', code = ''] = script;
      const before = lineOf(source, script.index + whole.indexOf(code, attributes.length)) - 1;
      const src = /\bsrc="([^"{]+)"/.exec(attributes)?.[1];
      const own = src === undefined ? [] : [{ line: before + 1, specifier: src, typeOnly: false, inBrowser: true }];
      return [...own, ...importsOfScript(code, before, true)];
    }),
  ];
}

function importsOfScript(source: string, linesBefore: number, inBrowser: boolean): Import[] {
  const { importedFiles } = ts.preProcessFile(source, true, true);
  const globs = [...source.matchAll(/import\.meta\.glob\(\s*'([^']+)'/g)].map((glob) => ({
    fileName: glob[1] ?? '',
    pos: glob.index,
  }));
  return [...importedFiles, ...globs].map(({ fileName, pos }) => ({
    line: lineOf(source, pos) + linesBefore,
    specifier: fileName,
    typeOnly: /(?:^|[;\n])\s*(?:import|export)\s+type\s[^;'"]*$/.test(source.slice(0, pos)),
    // What is imported as an address runs where the page is read.
    inBrowser: inBrowser || /\?url\b/.test(fileName),
  }));
}

/** What a file below src/ does against the layout, as `file:line what`; empty if nothing. `file` is relative to src/. */
export function layoutFaults(file: string, source: string): string[] {
  const home = roomOf(file);
  const isTest = file.endsWith('.test.ts');
  if (home === 'testing' || home === 'bench' || CONTENT.includes(home)) return [];
  if (rankOf(home) < 0) return [`src/${file}:1 stands in no folder of the layout`];

  const faults: string[] = [];
  for (const { line, specifier, typeOnly, inBrowser } of importsOf(file, source)) {
    const fault = (what: string): void => void faults.push(`src/${file}:${line} ${what}`);
    const target = specifier.startsWith('.') ? roomOf(posix.join(dirname(file), specifier)) : undefined;
    if (target === undefined) {
      const packageFault = isTest ? undefined : faultOfPackage(file, home, specifier, typeOnly);
      if (packageFault) fault(packageFault);
    } else if (target === 'testing') {
      if (!isTest) fault(`imports ${specifier}: only tests may import from testing/`);
    } else if (inBrowser || home === 'browser') {
      const mayImport = (typeOnly && target === 'site') || BROWSER_MAY_IMPORT.includes(target);
      if (!mayImport) {
        fault(`imports ${specifier}: what runs in the browser imports from ${BROWSER_MAY_IMPORT.join(', ')} alone`);
      }
    } else if (target !== '..' && !CONTENT.includes(target) && target !== home && rankOf(target) > rankOf(home)) {
      fault(`imports ${specifier}: ${home} may not look up to ${target}`);
    }
  }
  if (isTest) return faults;
  if (home === 'analysis') {
    faults.push(...uses(IMPURE, file, source, 'analysis/ is told the day, and asks nobody'));
  }
  if (!MAY_SPEAK.includes(home))
    faults.push(...uses(SPOKEN, file, source, 'what is printed, and how a command ends, is for cli/'));
  return faults;
}

function faultOfPackage(file: string, home: string, name: string, typeOnly: boolean): string | undefined {
  if (name.startsWith('astro:content') && home !== 'site' && home !== 'content.config.ts') {
    return `imports ${name}: only src/site and src/content.config.ts open the collections`;
  }
  if (ASTRO_MODULES.test(name) && !typeOnly && !MAY_IMPORT_ASTRO.includes(home) && !STARTS_ASTRO.includes(file)) {
    return `imports ${name}: ${home} stands without Astro`;
  }
  if (home === 'model' && name !== 'zod') return `imports ${name}: model/ is zod and nothing else`;
  if (home === 'analysis' && name.startsWith('node:'))
    return `imports ${name}: analysis/ touches no file and no system`;
  if (home === 'reporters' && name.startsWith('node:fs')) return `imports ${name}: reporters/ hand over text`;
  return undefined;
}

/** Ways in which the day, the place or luck could enter a figure. */
const IMPURE: readonly [RegExp, string][] = [
  [/\bDate\.now\s*\(/g, 'Date.now()'],
  [/\bnew Date\(\s*\)/g, 'new Date() without an argument'],
  [/\bTemporal\.Now\b/g, 'Temporal.Now'],
  [/\bMath\.random\s*\(/g, 'Math.random()'],
  [/\bprocess\./g, 'process'],
  [/\bnew Intl\.DateTimeFormat\((?![^;]*timeZone)/g, 'Intl.DateTimeFormat without a timeZone'],
  [/\.toLocale(?:Date|Time)?String\(\s*\)/g, 'toLocaleString() of the host'],
  [/\.get(?:FullYear|Month|Date|Day|Hours|Minutes)\(/g, 'the calendar of the host'],
];

/** Ways to speak to whoever called the program, and to learn how it was called. */
const SPOKEN: readonly [RegExp, string][] = [
  [/\bprocess\.(?:stdout|stderr|exit|exitCode|argv|env)\b/g, 'what the process was given'],
  [/\bconsole\.(?:log|info)\b/g, 'console'],
];

function uses(ways: readonly [RegExp, string][], file: string, source: string, why: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return ways.flatMap(([pattern, what]) =>
    [...code.matchAll(pattern)].map((match) => `src/${file}:${lineOf(code, match.index)} uses ${what}: ${why}`),
  );
}

/** The folder of src/ a path lies in, or the file itself at the top; `..` outside of src/. */
function roomOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

function rankOf(room: string): number {
  return RANKS.findIndex((rank) => rank.includes(room));
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
