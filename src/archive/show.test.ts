import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf, postmortem } from '../testing/archive.ts';
import { MentionFinder } from './mentions.ts';

const archive = {
  'postmortems/2024/draft-one.md': postmortem('aliases: [INC-7]'),
  'postmortems/2024/in-review.md': postmortem('status: review'),
  'postmortems/2024/out.md': postmortem(
    'status: review\nstarted: 2024-05-01T19:00Z\nvisibility: restricted\nseverity: SEV2\naliases: [INC-8]',
  ),
  'postmortems/2024/out-draft.md': postmortem('visibility: restricted'),
};

describe('what a build shows', () => {
  test('drafts only where asked for, of what is restricted its day and severity', async () => {
    const files = { 'site.yaml': 'timezone: Pacific/Auckland\n', ...archive };
    const build = await archiveOf(files, { drafts: false });
    expect(build.postmortems.map(({ id }) => id)).toEqual(['in-review']);
    expect(build.restricted, 'the day in the zone of the site').toEqual([{ day: '2024-05-02', severity: 'SEV2' }]);
    expect(build.tally).toEqual({ files: 4, published: 0, review: 1, draft: 1, restricted: 2 });

    const withDrafts = await archiveOf(files, { drafts: true });
    expect(withDrafts.postmortems.map(({ id }) => id)).toEqual(['draft-one', 'in-review']);
    expect(withDrafts.restricted).toEqual([{ day: '2024-03-01' }, { day: '2024-05-02', severity: 'SEV2' }]);
  });
});

describe('what names an incident that is left out', () => {
  const naming = [
    'site.yaml',
    'synonyms.yaml',
    'causes/pool.md',
    'teams/core.yaml',
    'guides/first.md',
    'postmortems/2024/shown.mdx',
  ];
  const files = {
    ...archive,
    'site.yaml': 'name: After draft-one\nstartHere: [draft-one, shown]\n',
    'synonyms.yaml': 'inc-8: the big one\noom: INC-8\n',
    'causes/pool.md': '---\nname: Pool\n---\n\nAs in `draft-one`.\n',
    'teams/core.yaml': 'name: Core\ncontact: Ask about INC-8\n',
    'guides/first.md':
      '---\ntitle: First\nsummary: Read draft-one.\n---\n\n## What draft-one taught\n\nSee https://tickets.example/INC-8.\n',
    'postmortems/2024/shown.mdx': postmortem(
      [
        'status: review',
        'summary: Like [the other](draft-one.md), or out.',
        'related: [draft-one, out-of-reach]',
        "signals: ['INC-8: gone']",
        'tags: [inc-7]',
        'links: [{ label: INC-8, url: "https://tickets.example/INC-8" }]',
        'source: { id: INC-7 }',
      ],
      '## After draft-one\n\nWe saw INC\\-8 and (INC-7), `draft-one`\n\n<Callout>\n[draft](draft-one.md)\n</Callout>\n\n```sql\nSELECT 1 -- INC-8\n```\n\n- INC-80, PRE-INC-8X and out-of-reach stay.\n',
    ),
    'postmortems/2024/out-of-reach.md': postmortem('status: review'),
  };

  test('stands in no record, while all else does', async () => {
    const { problems, tally, restricted, lines, ...records } = await archiveOf(files, { drafts: false });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const everything = JSON.stringify(records);
    const names = everything.replaceAll('out-of-reach', '').match(/draft-one|inc\\?-[78](?!\d|X)/gi);
    expect(names).toBeNull();
    expect(everything).toContain('INC-80, PRE-INC-8X and out-of-reach stay.');
    expect(everything).toContain('an incident not shown here');

    const shown = records.postmortems.find(({ id }) => id === 'shown');
    expect(shown).toMatchObject({
      related: ['out-of-reach'],
      signals: ['an incident not shown here: gone'],
      links: [{ label: 'an incident not shown here', url: 'https://tickets.example/an-incident-not-shown-here' }],
    });
    expect(records.site).toMatchObject({ startHere: ['shown'], name: 'After an incident not shown here' });
    expect(records.synonyms).toEqual({
      'an incident not shown here': ['the big one'],
      oom: ['an incident not shown here'],
    });
  });

  test('is told to the author, each time, at its place', async () => {
    const { problems } = await archiveOf(files, { drafts: false });
    const hints = problems.filter(({ rule }) => rule.endsWith('left-out') || rule === 'link-to-absent');
    expect(new Set(hints.map(({ severity }) => severity))).toEqual(new Set(['hint']));
    expect(new Set(hints.map(({ file }) => file))).toEqual(new Set(naming));
    const inShown = hints.filter(({ file }) => file.endsWith('shown.mdx'));
    expect(inShown.map(({ position, rule }) => `${position?.line}:${position?.column} ${rule}`)).toEqual([
      '5:15 link-to-absent',
      '5:45 mention-left-out',
      '6:11 reference-left-out',
      '7:12 mention-left-out',
      '8:8 mention-left-out',
      '9:18 mention-left-out',
      '9:55 mention-left-out',
      '10:15 mention-left-out',
      '13:10 mention-left-out',
      '15:20 mention-left-out',
      '15:29 mention-left-out',
      '18:1 link-to-absent',
      '22:13 mention-left-out',
    ]);
  });

  test('with drafts, only what is restricted is left out', async () => {
    const { postmortems } = await archiveOf(files, { drafts: true });
    const shown = postmortems.find(({ id }) => id === 'shown');
    expect(shown?.related).toEqual(['draft-one', 'out-of-reach']);
    expect(shown?.summary).toBe('Like [the other](/incidents/draft-one/), or an incident not shown here.');
  });
});

describe('names are found', () => {
  const finder = new MentionFinder(['db-outage', 'INC-1', 'ÄB 1'], ['db-outage-again', 'pool']);
  const found = (text: string): string[] => finder.find(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['db-outage', ['db-outage']],
    ['(DB-Outage), inc-1.', ['DB-Outage', 'inc-1']],
    ['_INC-1_ and **INC-1**', ['INC-1', 'INC-1']],
    ['xdb-outage db-outagex INC-12 XINC-1 2INC-1', []],
    ['db-outage-again', []],
    ['db-outage-agains', ['db-outage']],
    ['see äb 1', ['äb 1']],
    ['../db-outage/index.mdx', ['db-outage']],
    ['', []],
  ])('%j', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test('and what is redacted holds none of them any more', () => {
    const piece = fc.constantFrom('db-outage', 'INC-1', ' ', '-', '/', 'again', 'x', '.md', 'https://x.example/', 'İ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(finder.find(finder.redact(pieces.join('')))).toEqual([]);
      }),
    );
  });

  test('none in an archive that leaves nothing out', () => {
    expect(new MentionFinder([], ['a']).redact('a text')).toBe('a text');
  });
});
