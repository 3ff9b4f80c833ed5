import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf, type Files, postmortem } from '../../testing/archive.ts';
import { BLAME_PHRASES } from './blame-phrases.ts';

/** What the rule says of some files, as `file:line:column words`. */
async function blamed(files: Files): Promise<string[]> {
  const { problems } = await archiveOf(files);
  return problems
    .filter(({ rule }) => rule === 'blameless-language')
    .map(({ file, position, message, severity }) => {
      expect(severity).toBe('hint');
      return `${file.replace(/^.*\//, '')}:${position?.line}:${position?.column} ${/“(.*)”/.exec(message)?.[1]}`;
    });
}

const inBody = (body: string, format: 'md' | 'mdx' = 'md'): Promise<string[]> =>
  blamed({ [`postmortems/it.${format}`]: postmortem([], body) });
const inFront = (lines: string | string[]): Promise<string[]> => blamed({ 'postmortems/it.md': postmortem(lines) });

describe('the table', () => {
  test('has a phrase for each of sixty ways to blame, each with a rewrite', () => {
    expect(BLAME_PHRASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(BLAME_PHRASES.map(({ phrase }) => phrase)).size).toBe(BLAME_PHRASES.length);
    for (const { rewrite } of BLAME_PHRASES) expect(rewrite).toMatch(/^[a-z][^.]+$/);
  });

  test('finds each phrase in its example', async () => {
    const files = BLAME_PHRASES.map(({ example }, index) => [
      `causes/c${index}.md`,
      `---\nname: C\n---\n\n${example}\n`,
    ]);
    const { problems } = await archiveOf(Object.fromEntries(files));
    const hints = new Map(problems.map(({ file, hint }) => [file, hint]));
    const missed = BLAME_PHRASES.filter(({ rewrite }, index) => hints.get(`causes/c${index}.md`) !== rewrite);
    expect(missed.map(({ example }) => example)).toEqual([]);
  });

  test('agrees with the guide: it hints at each sentence that the guide replaces, and at none that it offers', async () => {
    const guide = readFileSync(new URL('../../guides/blameless-language.mdx', import.meta.url), 'utf8');
    const pairs = [...guide.matchAll(/^\| ([^|]+?) \| ([^|]+?) \|$/gm)].filter(([, left]) => /\.$/.test(left ?? ''));
    expect(pairs.length).toBe(30);
    const page = (text: string): string => `---\nname: C\n---\n\n${text}\n`;
    const files = pairs.flatMap(([, bad = '', good = ''], index): [string, string][] => [
      [`causes/bad-${index}.md`, page(bad)],
      [`causes/good-${index}.md`, page(good)],
    ]);
    const hinted = new Set((await blamed(Object.fromEntries(files))).map((line) => line.split('.')[0]));
    expect(pairs.flatMap(([, bad], index) => (hinted.has(`bad-${index}`) ? [] : [bad]))).toEqual([]);
    expect(pairs.flatMap(([, , good], index) => (hinted.has(`good-${index}`) ? [good] : []))).toEqual([]);
  });
});

describe('what is nobody’s blame', () => {
  test.each([
    'The pod failed to start, and the probe failed to connect.',
    'Four more clusters would have followed within the hour.',
    'The job should have 3 replicas.',
    'Set it to 0 if only one broker is left.',
    'This will likely increase our failure rate.',
    'Lazy loading hides it.',
    'There is no obvious error message.',
    'The planner underestimated the rows.',
    'Terraform deleted the cluster, and Kubernetes did not restart it.',
  ])('%s', async (sentence) => {
    expect(await inBody(sentence)).toEqual([]);
  });

  test('code, quoted speech and quotes', async () => {
    const body = [
      'The log said `we failed to connect` and "human error is likely".',
      'The vendor wrote “our operator forgot to renew it” and ‘we were careless’ and «negligence».',
      "It said 'somebody should have known' twice.",
      '',
      '    we forgot to indent',
      '',
      '```',
      'we failed to parse',
      '```',
      '',
      '> We should have known, said the supplier.',
      '> It was a rookie mistake.',
    ].join('\n');
    expect(await inBody(body)).toEqual([]);
    expect(await inFront('signals: [we failed to connect]\nlessons: [The log says `human error`.]')).toEqual([]);
  });

  test('fields that ask for what did not happen', async () => {
    const sentence = 'A review could have prevented it.';
    const chain = `causeChain: [{ step: One., consequence: Two., prevention: ${sentence} }]`;
    expect(await inFront([`detection: { by: alert, gap: ${sentence} }`, chain, `gotLucky: [${sentence}]`])).toEqual([]);
    expect(await inFront(`lessons: [${sentence}]`)).toHaveLength(1);
  });
});

describe('people by name', () => {
  const named = (sentence: string, front: string[] = []): Promise<string[]> =>
    blamed({
      'postmortems/it.md': postmortem(front, `${sentence}\n`),
      'teams/platform.yaml': 'name: Platform\n',
      'services/checkout.yaml': 'name: Checkout\n',
    });

  test('what only people do makes a name a person’s', async () => {
    expect(await named('At noon Zora neglected the page.')).toEqual(['it.md:7:9 Zora neglected']);
    expect(await named('Then Zora neglected it.')).toEqual(['it.md:7:6 Zora neglected']);
    expect(await named('Zora Zorin forgot it.')).toEqual(['it.md:7:1 Zora Zorin forgot']);
  });

  test('so does a handle, or a list of authors or assignees', async () => {
    expect(await named('Then @zora deleted the table.')).toEqual(['it.md:7:6 @zora deleted']);
    expect(await named('Then Zora deleted the table.', ['authors: [Zora Zorin]'])).toEqual(['it.md:8:6 Zora deleted']);
    expect(await named('Then Zora deleted the table.')).toEqual([]);
  });

  test('and a name that many people have, beside what programs do too', async () => {
    expect(await named('Then Jenny dropped the wrong schema.')).toEqual(['it.md:7:6 Jenny dropped']);
    expect(await named('Yesterday Tom Keller\nbroke it.')).toEqual(['it.md:7:11 Tom Keller broke']);
    expect(await named('Ahmed merged it without asking.')).toEqual(['it.md:7:1 Ahmed merged it without asking']);
    const programs = 'Jenkins deleted it. Victoria missed a scrape. Tom’s Hardware did not list it. Ruby dropped it.';
    expect(await named(programs)).toEqual([]);
  });

  test('teams, services and words at the head of a sentence are no people', async () => {
    const front = ['authors: [Platform, Checkout]'];
    expect(await named('Then Platform deleted the table. Checkout ignored it.', front)).toEqual([]);
    expect(await named('Nobody panicked. Support panicked.')).toEqual([]);
  });
});

describe('comments that allow', () => {
  test('.md: by itself it speaks of the block after it, within a block of that one', async () => {
    const body = [
      '<!-- cairn-allow: the words of the report -->',
      '',
      'It was human error,',
      'and again human error.',
      '',
      'It was human error. <!-- cairn-allow: quoted by the press -->',
      '',
      '- human error',
      '- human error <!-- cairn-allow: quoted -->',
      '',
      'Then human error.',
    ].join('\n');
    expect(await inBody(body)).toEqual(['it.md:14:3 human error', 'it.md:17:6 human error']);
  });

  test('.mdx: with its own comments', async () => {
    const body =
      '{/* cairn-allow: the title of a book */}\n\n- Human error, 1990\n- Human error, again\n\nA human error.\n';
    expect(await inBody(body, 'mdx')).toEqual(['it.mdx:12:3 human error']);
  });

  test('without a reason, or in code, it allows nothing', async () => {
    expect(await inBody('<!-- cairn-allow: -->\n\nHuman error.\n')).toHaveLength(1);
    expect(await inBody('<!-- cairn-allow -->\n\nHuman error.\n')).toHaveLength(1);
    expect(await inBody('`<!-- cairn-allow: x -->` Human error.\n')).toHaveLength(1);
  });

  test('YAML: on the line above the value or what holds it', async () => {
    const lines = [
      '# cairn-allow: it is the title of their report',
      'summary: Human error.',
      'lessons:',
      '  # cairn-allow: quoted',
      '  - Human error.',
      '  - Human error.',
      '# cairn-allow: quoted',
      'surprises:',
      '  - Human error.',
      '# cairn-allow:',
      'mitigation: Human error.',
    ];
    expect(await inFront(lines)).toEqual(['it.md:10:5 Human error', 'it.md:15:13 Human error']);
  });
});

describe('the place', () => {
  const RED = '\u{1F534}';

  test.each([
    ['summary: It was human error.', '5:17'],
    ["summary: 'It''s human error.'", '5:17'],
    ['summary: "\\u0049t \\"is\\" human error."', '5:26'],
    [`summary: ${RED} human error.`, '5:13'],
    ['summary: >-\n  It broke, and\n  it was human error.', '7:10'],
    ['summary: |\n  It broke.\n  It was human error.', '7:10'],
    ['summary: It broke, and\n  it was human error.', '6:10'],
    ['summary: "It broke, \\\n  it was human error."', '6:10'],
    ['lessons:\n  - One.\n  - >\n    It was\n    human error.', '9:5'],
    ['timeline:\n  - { at: 10:00, what: Human error. }', '6:24'],
    ['summary: See [it](it.md), human error.', '5:27'],
  ])('in %j', async (front, place) => {
    for (const text of [postmortem(front), `\uFEFF${postmortem(front)}`.replaceAll('\n', '\r\n')]) {
      const [line, ...others] = await blamed({ 'postmortems/it.md': text });
      expect(line?.toLowerCase()).toBe(`it.md:${place} human error`);
      expect(others).toEqual([]);
    }
  });

  test.each([
    [`${RED} human error`, '7:4'],
    ['It was **human** error', '7:10'],
    ['It was [human](https://x.example/) error', '7:9'],
    ['- one\n  and human\n  error', '8:7'],
    ['> [!NOTE]\n> It was human\n> error.', '8:10'],
    ['| a | b |\n| - | - |\n|a|human error|', '9:4'],
    ['\ttab\n\nhuman error', '9:1'],
  ])('in the body %j', async (body, place) => {
    for (const text of [postmortem([], body), `\uFEFF${postmortem([], body)}`.replaceAll('\n', '\r\n')]) {
      expect(await blamed({ 'postmortems/it.md': text })).toEqual([`it.md:${place} human error`]);
    }
  });

  test('no phrase goes from one block into the next', async () => {
    expect(
      await inBody('It was human\n\nerror after error\n\n- by\n- mistake\n\n| by | mistake |\n| - | - |\n'),
    ).toEqual([]);
  });

  test('of every phrase in any surroundings is that of its first character', async () => {
    const words = fc.constantFrom(
      'one',
      'zwölf',
      RED,
      '*three*',
      '`four`',
      '&amp;',
      '"five"',
      '\\*',
      '<br>',
      '[six](#x)',
    );
    const lines = fc.array(fc.array(words, { maxLength: 5 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lines, fc.array(words, { maxLength: 5 }), fc.boolean(), async (before, beside, crlf) => {
        const above = before.map((line) => `x ${line.join(' ')} .`);
        const last = ['y', ...beside, 'human error', 'z'].join(' ');
        const text = postmortem([], [...above, '', last, ''].join('\n'));
        const found = await blamed({ 'postmortems/it.md': crlf ? text.replaceAll('\n', '\r\n') : text });
        expect(found).toEqual([`it.md:${8 + above.length}:${last.indexOf('human') + 1} human error`]);
      }),
      { numRuns: 60 },
    );
  });
});
