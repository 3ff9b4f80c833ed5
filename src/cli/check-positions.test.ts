import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/in-process.ts';

/** Stands in a text where the problem is; it is taken out before the text is written. */
const HERE = '\u2316';

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-positions-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Place {
  line: number;
  column: number;
}

/** Where the mark stands, as an editor counts: lines from 1, and columns from 1 in UTF-16 code units. */
function marked(text: string): Place {
  const before = text.slice(0, text.indexOf(HERE)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The text as it may lie on a disk: with the line ends of another system, and with a byte order mark. */
function written(text: string, { crlf, bom }: { crlf: boolean; bom: boolean }): string {
  const plain = text.replace(HERE, '');
  return `${bom ? '\uFEFF' : ''}${crlf ? plain.replaceAll('\n', '\r\n') : plain}`;
}

/** The place of the one problem of a rule, as each reporter says it. */
async function reported(file: string, text: string, rule: string): Promise<Record<string, Place>> {
  count += 1;
  const content = join(folder, String(count));
  await writeFiles(content, { [file]: text });
  const print = async (format: string): Promise<string> =>
    (await cairn(['check', '--content', content, '--format', format])).stdout;
  const placeOf = (match: RegExpExecArray | null): Place => ({ line: Number(match?.[1]), column: Number(match?.[2]) });
  const results = JSON.parse(await print('json')).results.filter((result: { rule: string }) => result.rule === rule);
  expect(results).toHaveLength(1);
  const [run] = JSON.parse(await print('sarif')).runs;
  expect(run.columnKind).toBe('utf16CodeUnits');
  const { region } = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === rule).locations[0]
    .physicalLocation;
  const github = (await print('github')).split('\n').find((line) => line.includes(`title=${rule}::`)) ?? '';
  const pretty = (await print('pretty')).split('\n').find((line) => line.includes(` ${rule} `)) ?? '';
  return {
    json: { line: results[0].line, column: results[0].column },
    sarif: { line: region.startLine, column: region.startColumn },
    github: placeOf(/,line=(\d+),col=(\d+),/.exec(github)),
    pretty: placeOf(/^[^ ]+?:(\d+):(\d+) /.exec(pretty)),
  };
}

async function expectHere(text: string, rule: string, file = 'postmortems/it.md'): Promise<void> {
  const place = marked(text);
  for (const dress of [
    { crlf: false, bom: false },
    { crlf: true, bom: true },
  ]) {
    expect(await reported(file, written(text, dress), rule)).toEqual({
      json: place,
      sarif: place,
      github: place,
      pretty: place,
    });
  }
}

const RED = '\u{1F534}';
const deep = (lines: string): string => `causeChain:\n${lines}`;

describe('every reporter names the column to the code unit', () => {
  test.each([
    ['a flow list', `services: [ ${HERE}nowhere ]`, 'unknown-service'],
    ['a block list', `services:\n\n  # first\n  -   ${HERE}nowhere`, 'unknown-service'],
    ['a flow map behind astral characters', `causes: [{ how: "${RED}${RED} ü", id: ${HERE}nowhere }]`, 'unknown-cause'],
    ['a flow map of many lines', `causes: [\n  { how: x,\n    id: ${HERE}nowhere },\n]`, 'unknown-cause'],
    [
      'deep YAML',
      deep(`  - step: One.\n    cause:   ${HERE}nowhere\n    consequence: Two.\n    prevention: Three.`),
      'unknown-cause',
    ],
    ['a tab before the value', `owner:\t${HERE}nowhere`, 'unknown-team'],
    ['a comment behind the value', `owner: ${HERE}nowhere # ${RED}`, 'unknown-team'],
    ['a quoted value', `owner: ${HERE}"nowhere"`, 'unknown-team'],
    ['an unknown key', `${HERE}serverity: "${RED}"`, 'unknown-key'],
    ['an unknown key in a flow map', `detection: { by: alert, gap: "“${RED}”", ${HERE}gpa: x }`, 'unknown-key'],
    [
      'a folded scalar',
      `summary: >-\n  Nobody, “${RED}”,\n  could: by ${HERE}human error\n  alone.`,
      'blameless-language',
    ],
    [
      'a folded scalar that is indented more',
      `summary: >\n\n      Nobody\n\n      by ${HERE}human error.`,
      'blameless-language',
    ],
    ['a literal scalar', `summary: |-\n  One –\n    ${RED}…\n  by ${HERE}human error.`, 'blameless-language'],
    ['a scalar of many lines', `summary: Nobody\n  ${RED} paid\n\n  by ${HERE}human error.`, 'blameless-language'],
    ['escapes', `summary: "\\u0049t \\"was\\" \\x41 \\t\\U0001F534 ${HERE}human error."`, 'blameless-language'],
    [
      'escapes of all lengths',
      `summary: "\\u0020\\u2003\\N\\x85\\_\\L \\U0001F534\\uD83D\\uDD34\\/\\e ${HERE}human error."`,
      'blameless-language',
    ],
    ['a line that a backslash joins', `summary: "Nobody \\\n  paid: ${HERE}human error."`, 'blameless-language'],
    ['single quotes', `summary: 'It''s “${RED}”: ${HERE}human error.'`, 'blameless-language'],
    [
      'a list in a map in a list',
      deep(`  - { step: "${RED}", consequence: 'it''s ${HERE}human error', prevention: x }`),
      'blameless-language',
    ],
    ['a skipped time', `timezone: Europe/Berlin\ndetected: ${HERE}2024-03-31T02:30`, 'skipped-time'],
    ['a text that YAML cuts', `summary: ${HERE}connect to db #3`, 'yaml-cut-value'],
    ['an alias', `summary: ${HERE}*outage`, 'yaml-alias'],
    ['a tab that indents', `services:\n${HERE}\t- nowhere`, 'yaml-tab'],
    ['a duplicate key', `owner: a\n${HERE}owner: b`, 'yaml-duplicate-key'],
  ])('%s', async (_, front, rule) => {
    await expectHere(postmortem(front), rule);
  });

  test.each([
    ['a paragraph', `“${RED}” – ${HERE}human error`, 'blameless-language'],
    ['tabs within a line', `a\t\tb\t${HERE}human error`, 'blameless-language'],
    ['combining marks and joined pictures', `e\u0301 👩‍👩‍👧 ${HERE}human error`, 'blameless-language'],
    ['what some call the end of a line', `a\u2028b\u0085c\u000Bd ${HERE}human error`, 'blameless-language'],
    ['a list', `- one\n  - ${RED}\n    by ${HERE}human error`, 'blameless-language'],
    ['a table', `| a | b |\n| - | - |\n| ${RED} | ${HERE}human error |`, 'blameless-language'],
    ['a link', `${RED} See ${HERE}[it](nowhere.md).`, 'dead-link'],
    ['a picture', `${RED} ${HERE}![x](https://x.example/a.png)`, 'picture-elsewhere'],
    ['HTML', `${RED} ${HERE}<iframe src="https://x.example/"></iframe>`, 'html-not-allowed'],
    ['a callout', `> ${HERE}[!DANGER]\n> x`, 'callout-kind'],
  ])('%s of the body', async (_, body, rule) => {
    await expectHere(postmortem([], `${body}\n`), rule);
  });

  test.each([
    ['an expression', `${RED} ${HERE}{1 + 1}`, 'no-code'],
    ['a component', `${RED} ${HERE}<Timelin />`, 'unknown-component'],
    ['an attribute', `<Callout\n  ${HERE}king="warning">\n${RED}\n</Callout>`, 'component-attribute'],
    ['a tag that is none', `${RED}\tit took ${HERE}<500ms`, 'mdx-syntax'],
  ])('%s of .mdx', async (_, body, rule) => {
    await expectHere(postmortem([], `${body}\n`), rule, 'postmortems/it.mdx');
  });

  test('a file of YAML', async () => {
    await expectHere(`# ${RED}\nname: "${RED}"\n${HERE}taem: x\n`, 'unknown-key', 'services/checkout.yaml');
  });

  test('bytes that are no UTF-8, wherever the lines end', async () => {
    const bytes = (text: string): Buffer => {
      const [before = '', after = ''] = text.split(HERE);
      return Buffer.concat([Buffer.from(before), Buffer.from([0x93]), Buffer.from(after)]);
    };
    const text = postmortem([], `“${RED}”\tsaid ${HERE}nobody\n`);
    for (const end of ['\n', '\r\n', '\r']) {
      const content = join(folder, `bytes-${JSON.stringify(end).length}`);
      await writeFiles(content, { 'postmortems/it.md': bytes(text.replaceAll('\n', end)) });
      const { stdout } = await cairn(['check', '--content', content, '--format', 'json']);
      expect(JSON.parse(stdout).results).toEqual([expect.objectContaining({ rule: 'not-utf8', ...marked(text) })]);
    }
  });
});

test('whatever stands before a problem, and however the file is dressed', async () => {
  const word = fc.constantFrom('one', 'zwölf', RED, '“x”', '–', '数据', 'e\u0301', "it''s", 'a-b', '\t', '\u00A0x');
  const words = fc.array(word, { maxLength: 6 }).map((list) => list.join(' '));
  const dress = fc.record({ crlf: fc.boolean(), bom: fc.boolean() });
  const escapes = fc
    .array(fc.constantFrom('\\u0041', '\\x42', '\\U0001F534', '\\"', '\\t', '\\_', '\\N', '\\L', '\\u2003', 'x'), {
      maxLength: 6,
    })
    .map((list) => list.join(''));
  const style = fc.constantFrom('flow', 'single', 'double', 'folded', 'body');
  await fc.assert(
    fc.asyncProperty(
      style,
      fc.array(words, { maxLength: 3 }),
      words,
      escapes,
      dress,
      async (kind, lines, beside, escaped, dressed) => {
        const comments = lines.map((line) => `# ${line}`);
        const texts = {
          flow: () => postmortem([...comments, `causes: [{ how: 'a ${beside} z', id: ${HERE}nowhere }]`]),
          single: () => postmortem([...comments, `summary: 'a ${beside} ${HERE}human error'`]),
          double: () => postmortem([...comments, `summary: "a ${beside} ${escaped} ${HERE}human error"`]),
          folded: () =>
            postmortem([
              'summary: >-',
              ...lines.map((line) => `  x ${line}`.trimEnd()),
              `  a ${beside} ${HERE}human error`,
            ]),
          body: () =>
            postmortem([], [...lines.map((line) => `x ${line}`), `a ${beside} ${HERE}human error`, ''].join('\n')),
        };
        const text = texts[kind as keyof typeof texts]();
        const rule = kind === 'flow' ? 'unknown-cause' : 'blameless-language';
        const place = marked(text);
        const places = await reported('postmortems/it.md', written(text, dressed), rule);
        expect(places).toEqual({ json: place, sarif: place, github: place, pretty: place });
      },
    ),
    { numRuns: 80 },
  );
});
