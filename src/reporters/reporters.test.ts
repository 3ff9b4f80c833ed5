import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../archive/problem.ts';
import { SARIF_SHAPE } from '../testing/sarif-shape.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

const error: Problem = {
  file: 'postmortems/it.md',
  position: { line: 12, column: 4 },
  rule: 'unknown-cause',
  severity: 'error',
  message: 'there is no cause `pol`',
  hint: 'the nearest is `pool`',
};
const hint: Problem = { file: 'notes.md', rule: 'wrong-folder', severity: 'hint', message: 'it lies about' };
const ESC = String.fromCharCode(27);
const show = (problem: Problem, line?: string, colour = false): string =>
  pretty([problem], { colour, lineOf: () => line });

describe('for people', () => {
  test('the plain line, and below it the line of the file with a mark', () => {
    expect(show(error, '  - pol')).toBe(
      'postmortems/it.md:12:4 unknown-cause there is no cause `pol` (the nearest is `pool`)\n  12 |   - pol\n     |    ^ error\n\n',
    );
  });

  test('the mark stands below its column, tabs and long lines notwithstanding', () => {
    expect(show({ ...error, position: { line: 1, column: 3 } }, '\t\tx').split('\n')[2]).toBe('    | \t\t^ error');
    const [, line = '', mark = ''] = show(
      { ...error, position: { line: 1, column: 301 } },
      `${'-'.repeat(300)}X${'-'.repeat(300)}`,
    ).split('\n');
    expect(line.length).toBeLessThan(120);
    expect(mark.indexOf('^')).toBe(line.indexOf('X'));
  });

  test.each([
    ['\u{1F534} x', 4, '   '],
    ['\u{1F534}\u{1F534}x', 5, '    '],
    ['数据库x', 4, '      '],
    ['e\u0301x', 3, ' '],
    ['“–…”x', 5, '    '],
    ['\u{20000}x', 3, '  '],
  ])('below %j, as a terminal shows it', (line, column, before) => {
    expect(show({ ...error, position: { line: 1, column } }, line).split('\n')[2]).toBe(`    | ${before}^ error`);
  });

  test('cuts no character in two', () => {
    for (let column = 1; column <= 300; column += 1) {
      expect(show({ ...error, position: { line: 1, column } }, `x${'\u{1F534}'.repeat(150)}`).isWellFormed()).toBe(
        true,
      );
    }
  });

  test('without a place there is no line to show', () => {
    expect(show(hint)).toBe('notes.md wrong-folder it lies about\n  hint\n\n');
  });

  test('colour only where it is asked for', () => {
    expect(show(error, 'x')).not.toContain(ESC);
    expect(show(error, 'x', true)).toContain(ESC);
  });

  test('what a file holds writes nothing to the terminal', () => {
    const message = `\`${ESC}[2J\` is not a key\nof this file`;
    expect(show({ ...error, message }, `${ESC}]0;title\u0007`)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

test('for scripts, what is not there is null', () => {
  expect(JSON.parse(json([error, hint]))).toEqual({
    version: 1,
    results: [
      {
        file: 'postmortems/it.md',
        line: 12,
        column: 4,
        rule: 'unknown-cause',
        severity: 'error',
        message: 'there is no cause `pol`',
        hint: 'the nearest is `pool`',
      },
      {
        file: 'notes.md',
        line: null,
        column: null,
        rule: 'wrong-folder',
        severity: 'hint',
        message: 'it lies about',
        hint: null,
      },
    ],
  });
  expect(json([])).toBe('{\n  "version": 1,\n  "results": []\n}\n');
});

describe('for GitHub', () => {
  const site = { folder: 'docs/content', siteUrl: 'https://wiki.example/kb/' };

  test('one annotation a problem, on its line, with the page of its rule', () => {
    expect(github([error, hint], site)).toBe(
      [
        '::error file=docs/content/postmortems/it.md,line=12,col=4,title=unknown-cause::there is no cause `pol` (the nearest is `pool`)%0Ahttps://wiki.example/kb/guides/rules/unknown-cause/',
        '::warning file=docs/content/notes.md,title=wrong-folder::it lies about%0Ahttps://wiki.example/kb/guides/rules/wrong-folder/',
        '',
      ].join('\n'),
    );
    expect(github([hint], { folder: '' })).toBe('::warning file=notes.md,title=wrong-folder::it lies about\n');
  });

  test('nothing that a file holds becomes a command of its own', () => {
    const wicked = { ...error, file: 'a,b:c%.md', message: 'x\n::set-output name=a::b\r\n100%' };
    const lines = github([wicked], { folder: '' }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('file=a%2Cb%3Ac%25.md,');
    expect(lines[0]).toContain('x%0A::set-output name=a::b%0D%0A100%25');
  });
});

describe('for GitLab', () => {
  const report = (...problems: Problem[]) => JSON.parse(gitlab(problems, { folder: 'content' }));

  test('a report of Code Quality, with the four fields that it demands', () => {
    expect(report(error, hint)).toEqual([
      {
        description: 'there is no cause `pol` (the nearest is `pool`)',
        check_name: 'unknown-cause',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'major',
        location: { path: 'content/postmortems/it.md', lines: { begin: 12 } },
      },
      {
        description: 'it lies about',
        check_name: 'wrong-folder',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'info',
        location: { path: 'content/notes.md', lines: { begin: 1 } },
      },
    ]);
    expect(report()).toEqual([]);
  });

  test('a problem keeps its fingerprint on another line, and two alike have two', () => {
    const [first, second] = report(error, { ...error, position: { line: 30, column: 1 } });
    expect(first.fingerprint).not.toBe(second.fingerprint);
    expect(report({ ...error, position: { line: 99, column: 1 } })[0].fingerprint).toBe(first.fingerprint);
  });
});

describe('as SARIF', () => {
  const rules = { 'unknown-cause': 'Causes are ids of causes/.', 'wrong-folder': 'A file stands in its folder.' };
  const log = (problems: Problem[], more: { siteUrl?: string } = {}) =>
    JSON.parse(sarif(problems, { folder: 'content', rules, ...more }));

  test('it has the shape that SARIF 2.1.0 requires', () => {
    const { $schema, version, runs } = log([error, hint]);
    expect({ $schema, version, runs: runs.length }).toEqual({
      $schema: expect.stringContaining('sarif-schema-2.1.0.json'),
      version: '2.1.0',
      runs: 1,
    });
    const [{ tool, results, columnKind }] = runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver.name).toBe('cairn');
    expect(tool.driver.rules).toEqual([
      { id: 'unknown-cause', shortDescription: { text: 'Causes are ids of causes/.' } },
      { id: 'wrong-folder', shortDescription: { text: 'A file stands in its folder.' } },
    ]);
    for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(results[0].locations[0].physicalLocation.region).toEqual({ startLine: 12, startColumn: 4 });
    expect(results[1].locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'content/notes.md' } });
  });

  const isSarif = new Ajv({
    formats: {
      uri: (text) => URL.canParse(text),
      'uri-reference': (text) => /^[\w.~!$&'()*+,;=:@/?#%-]*$/.test(text) && URL.canParse(text, 'file:///'),
    },
  }).compile(SARIF_SHAPE);

  test('whatever the problems hold, nothing stands in it that SARIF does not allow', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const place = fc.record({ line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) });
    const problem = fc.record(
      {
        file: text,
        position: place,
        rule: fc.constantFrom(...Object.keys(rules)),
        severity: fc.constantFrom('error', 'hint'),
        message: text,
        hint: text,
      },
      { requiredKeys: ['file', 'rule', 'severity', 'message'] },
    );
    const siteUrl = fc.option(fc.webUrl(), { nil: undefined });
    fc.assert(
      fc.property(fc.array(problem as fc.Arbitrary<Problem>), siteUrl, (problems, url) => {
        isSarif(log(problems, url === undefined ? {} : { siteUrl: url }));
        expect(isSarif.errors).toBeNull();
      }),
    );
    expect(isSarif({ ...log([error]), version: '2.0.0' })).toBe(false);
    expect(isSarif(log([{ ...error, position: { line: 0, column: 1 } }]))).toBe(false);
  });

  test('a clean archive is a run without results; a path is an address; a page is named once there is one', () => {
    expect(log([]).runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
    const [run] = log([{ ...error, file: 'postmortems/DB outage #1.md' }], { siteUrl: 'https://wiki.example' }).runs;
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'content/postmortems/DB%20outage%20%231.md',
    );
    expect(run.tool.driver.rules[0].helpUri).toBe('https://wiki.example/guides/rules/unknown-cause/');
  });
});

test('for people, the page of a rule stands below, once there is one', () => {
  const lineOf = (): string => '  - pol';
  expect(pretty([error], { colour: false, lineOf, siteUrl: 'https://wiki.example' })).toBe(
    `${show(error, '  - pol').trimEnd()}\n  https://wiki.example/guides/rules/unknown-cause/\n\n`,
  );
});
