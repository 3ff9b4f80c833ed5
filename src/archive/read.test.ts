import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postmortemSchema } from '../model/postmortem.ts';
import { archiveOf, linesOf, postmortem } from '../testing/archive.ts';
import { CHECKOUT } from '../testing/site.ts';
import { judgeArchive, readArchive } from './read.ts';

describe('an archive', () => {
  test('of nothing but postmortems has defaults for all else', async () => {
    const archive = await archiveOf({ 'postmortems/it-broke.md': postmortem() });
    expect(archive.lines).toEqual([]);
    expect(archive.site).toMatchObject({ name: 'Postmortems', timezone: 'UTC', startHere: [] });
    expect(archive.site.severities.map(({ id, dueDays }) => [id, dueDays])).toEqual([
      ['SEV1', 15],
      ['SEV2', 15],
      ['SEV3', 30],
      ['SEV4', 30],
    ]);
    expect(archive).toMatchObject({ causes: [], factors: [], services: [], teams: [], guides: [], synonyms: {} });
    expect(archive.postmortems.map(({ id, file }) => [id, file])).toEqual([['it-broke', 'postmortems/it-broke.md']]);
  });

  test('of nothing at all is empty', async () => {
    expect(await archiveOf({ 'README.md': 'Nothing yet.' })).toMatchObject({
      lines: [],
      postmortems: [],
      tally: { files: 0 },
    });
  });

  test('has its postmortems newest first, then by id', async () => {
    const { postmortems } = await archiveOf({
      'postmortems/b.md': postmortem('started: 2024-03-01T12:00+02:00'),
      'postmortems/2020/a.md': postmortem('started: 2024-03-01T10:00Z'),
      'postmortems/c.md': postmortem('started: 2024-03-01T11:00+00:30'),
      'postmortems/d.md': postmortem('started: 2023-03-01T10:00Z'),
    });
    expect(postmortems.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
  });

  test('reads the same twice', async () => {
    const options = { contentDir: join(CHECKOUT, 'src/testing/fixtures/tiny'), base: '/', drafts: true };
    expect(JSON.stringify(await readArchive(options))).toBe(JSON.stringify(await readArchive(options)));
  });

  test('keeps the good records beside a broken one', async () => {
    const { postmortems, problems } = await archiveOf({
      'postmortems/good.md': postmortem(),
      'postmortems/bad.md': postmortem('started: yesterday'),
    });
    expect(postmortems.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toMatchObject([{ file: 'postmortems/bad.md', severity: 'error' }]);
  });

  test('reads synonyms as lists', async () => {
    const { synonyms } = await archiveOf({
      'synonyms.yaml': 'oom: out of memory\nk8s: [kubernetes, kube]\n404: not found\n',
    });
    expect(synonyms).toEqual({ oom: ['out of memory'], k8s: ['kubernetes', 'kube'], 404: ['not found'] });
  });
});

describe('a postmortem', () => {
  test('is settled: times are instants, citations objects, lists never absent', async () => {
    const { postmortems, lines } = await archiveOf({
      'causes/pool.md': '---\nname: Pool\n---\n',
      'factors/alert.md': '---\nname: Alert\n---\n',
      'postmortems/it.md': postmortem([
        'timezone: Europe/Lisbon',
        'started: 2024-07-01T23:30',
        'resolved: 2024-07-02T00:30',
        'causes: [pool]',
        "factors: [{ id: alert, how: 'It was **slow**.' }, pool]",
        'windows: [{ from: 2024-07-01T23:30, to: 2024-07-01T23:40:30 }]',
        'impact: { summary: x, users: 0012, engineerHours: 16-32, cost: { amount: 1.50, currency: EUR } }',
        'aliases: [0012, 1.10]',
      ]),
    });
    expect(lines).toEqual([]);
    expect(postmortems[0]).toMatchObject({
      id: 'it',
      type: 'incident',
      status: 'draft',
      visibility: 'internal',
      timezone: 'Europe/Lisbon',
      started: '2024-07-01T22:30:00Z',
      resolved: '2024-07-01T23:30:00Z',
      ongoing: false,
      causes: [{ id: 'pool' }],
      causesUnknown: false,
      factors: [{ id: 'alert', how: 'It was **slow**.' }, { id: 'pool' }],
      windows: [{ from: '2024-07-01T22:30:00Z', to: '2024-07-01T22:40:30Z' }],
      impact: { users: '0012', engineerHours: '16-32', cost: { amount: 1.5 } },
      aliases: ['0012', '1.10'],
      actions: [],
      timeline: [],
      lessons: [],
    });
    expect(postmortems[0]).not.toHaveProperty('detected');
  });

  test('whose causes are unknown says so', async () => {
    const { postmortems } = await archiveOf({ 'postmortems/it.md': postmortem('causes: unknown') });
    expect(postmortems[0]).toMatchObject({ causes: [], causesUnknown: true });
  });

  test('may write its lists in the body: the same facts result', async () => {
    const front = postmortem(
      "timeline: [{ at: '10:05', what: Orders fail }, { at: '10:20', what: Orders work }]\nwentWell: [The alert fired]\nlessons: [Pools need a limit]",
    );
    const body = postmortem(
      [],
      '## Timeline\n\n- 10:05 Orders fail\n- 10:20 Orders work\n\n## What went well\n\n- The alert fired\n\n## Lessons\n\n- Pools need a limit\n',
    );
    const [one, two] = await Promise.all([front, body].map(async (text) => archiveOf({ 'postmortems/it.md': text })));
    expect(two?.lines).toEqual([]);
    const { timeline, wentWell, lessons } = one?.postmortems[0] ?? {};
    expect(two?.postmortems[0]).toMatchObject({ timeline, wentWell, lessons });
    expect(timeline).toEqual([
      { at: '2024-03-01T10:05:00Z', what: 'Orders fail' },
      { at: '2024-03-01T10:20:00Z', what: 'Orders work' },
    ]);
  });
});

test('a name may hold any character', async () => {
  const authors = `authors: ["Dana O'Brien", "Sam (night)", "AA:", "Kim-Lee [x] | y?"]`;
  expect(await linesOf({ 'postmortems/it.md': postmortem(authors, "Dana O'Brien forgot the flag.\n") })).toEqual([
    expect.stringMatching(/blameless-language “Dana O'Brien forgot”/),
  ]);
});

test('judged without being shown, an archive has the same problems, settings and tally', async () => {
  const fixture = (name: string): string => join(CHECKOUT, 'src/testing/fixtures', name);
  for (const contentDir of [join(CHECKOUT, 'content'), fixture('canary'), fixture('tiny'), fixture('rules')]) {
    const options = { contentDir, base: '/', drafts: false };
    const { problems, site, tally, discretion } = await readArchive(options);
    const judged = judgeArchive(options);
    expect(judged).toMatchObject({ problems, site, tally });
    expect(judged.problems).toHaveLength(problems.length);
    expect(judged.discretion.files).toEqual(discretion.files);
  }
});

test('whatever stands in a front matter, reading it ends with records or with problems', async () => {
  const word = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'x',
      '10:00',
      '2024-03-01T10:00',
      '2024-03-31T02:30',
      '2024-03-01T10:00Z',
      '2024-03-05',
      'UTC',
      'Europe/Berlin',
    ),
    fc.constantFrom(
      'unknown',
      'published',
      'review',
      'restricted',
      'true',
      'near-miss',
      '[a](b.md)',
      'wont-do',
      'SEV1',
      'it',
    ),
  );
  const key = fc.constantFrom(
    ...Object.keys(postmortemSchema.shape),
    'at',
    'what',
    'id',
    'from',
    'to',
    'by',
    'owner',
    'cause',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(key, value), fc.boolean(), async (front, drafts) => {
      const text = `---\n${JSON.stringify({ title: 'x', started: '2024-03-01T10:00Z', ...front })}\n---\n`;
      const { postmortems, problems, restricted } = await archiveOf({ 'postmortems/it.md': text }, { drafts });
      const isWrong = problems.some(({ severity }) => severity === 'error');
      if (isWrong) expect([...postmortems, ...restricted]).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 60_000);

describe('a template', () => {
  test('has a name and a summary, and its keys are not judged as a postmortem’s', async () => {
    const template =
      '---\ntemplate: { name: Short, summary: For small ones. }\ntitle:\nstarted:\nseverity: SEV3\n---\n\n## What happened\n';
    expect(await linesOf({ 'templates/short.mdx': template })).toEqual([]);
    expect(await linesOf({ 'templates/short.mdx': '---\ntitle: x\n---\n' })).toEqual([
      'templates/short.mdx:2:1 missing-key `template` is missing (What this template is for. Left out of the postmortems made from it; every other key is copied, one without a value as a comment)',
    ]);
  });
});
