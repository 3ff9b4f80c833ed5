import { describe, expect, test } from 'vitest';
import { parseDocument, type Section } from '../document.ts';
import { lexiconOf } from '../lexicon.ts';
import { ENGLISH } from '../words/english.ts';
import { readAction } from './action-words.ts';
import { actionsOf, type SourceAction } from './actions.ts';

const lexicon = lexiconOf(ENGLISH);

function actionsIn(text: string): Partial<SourceAction>[] {
  const document = parseDocument(`## Action items\n\n${text}`, () => false);
  const section = document.sections[1] as Section;
  return actionsOf(section, { document, lexicon, fate: (url) => url });
}

describe('the words of an action', () => {
  test.each([
    ['Write it down', { what: 'Write it down' }],
    ['[DONE] Write it down', { what: 'Write it down', status: 'done' }],
    ['DONE: Write it down', { what: 'Write it down', status: 'done' }],
    ['Write it down (done)', { what: 'Write it down', status: 'done' }],
    ['Write it down - in progress', { what: 'Write it down', status: 'doing' }],
    ["Write it down (won't fix)", { what: 'Write it down', status: 'wont-do' }],
    ['✅ Write it down', { what: 'Write it down', status: 'done' }],
    ['[P1] Write it down', { what: 'Write it down', priority: 'P1' }],
    ['**P0**: Write it down', { priority: 'P0' }],
    ['[Sam Doe] Write it down', { what: 'Write it down', assignee: 'Sam Doe' }],
    ['[Platform team] Write it down', { what: 'Write it down', team: 'Platform team' }],
    ['Write it down (owner: Sam)', { what: 'Write it down', assignee: 'Sam' }],
    [
      'Write it down (owner: Sam, after the freeze)',
      { what: 'Write it down (owner: Sam, after the freeze)', assignee: 'Sam' },
    ],
    [
      'Write it down — **owner**: Sam — due 1 June',
      { what: 'Write it down — **owner**: Sam — due 1 June', assignee: 'Sam' },
    ],
    ['Write it down (owner: TBD, after the freeze)', { what: 'Write it down (owner: TBD, after the freeze)' }],
    ['Write it down — due by May 20th 2022', { what: 'Write it down', due: 'May 20th 2022' }],
    ['Write it down. Owner: Sam.', { what: 'Write it down.', assignee: 'Sam' }],
    ['Write it down -> @sam', { what: 'Write it down', assignee: '@sam' }],
    ['Write it down (owner: Sam, due 2024-02-01)', { what: 'Write it down', assignee: 'Sam', due: '2024-02-01' }],
    ['Write it down [@sam] [P1]', { what: 'Write it down', assignee: '@sam', priority: 'P1' }],
    ['Write it down; @sam', { what: 'Write it down', assignee: '@sam' }],
    ['Write it down (owner: N/A)', { what: 'Write it down' }],
    ['Write it down /cc @sam', { what: 'Write it down /cc @sam' }],
    ['Write it down (see 4.2) DONE', { what: 'Write it down (see 4.2)', status: 'done' }],
    ['Find out why it is not DONE', { what: 'Find out why it is not DONE' }],
    ['[Platform team, Data team] Write it down', { what: '[Platform team, Data team] Write it down' }],
    [
      'Infra: https://git.example.com/a/b/issues/7',
      {
        what: 'Infra: https://git.example.com/a/b/issues/7',
        ticket: 'https://git.example.com/a/b/issues/7',
      },
    ],
    ['Write it down - @sam', { what: 'Write it down', assignee: '@sam' }],
    [
      'Write it down [Issue](https://git.example.com/a/b/issues/7)',
      { what: 'Write it down', ticket: 'https://git.example.com/a/b/issues/7' },
    ],
    [
      'Write it down (https://git.example.com/a/b/pull/7)',
      { what: 'Write it down', ticket: 'https://git.example.com/a/b/pull/7' },
    ],
    [
      'Related to [this issue](https://git.example.com/a/b/issues/7)',
      {
        what: 'Related to [this issue](https://git.example.com/a/b/issues/7)',
        ticket: 'https://git.example.com/a/b/issues/7',
      },
    ],
    ['Write it down OPS-12', { what: 'Write it down OPS-12', ticket: 'OPS-12' }],
  ])('%s', (text, expected) => {
    expect(readAction(text, lexicon)).toMatchObject(expected);
  });

  test('that say nothing of it give nothing', () => {
    expect(readAction('Fix the failed deploy (see above)', lexicon)).toEqual({
      what: 'Fix the failed deploy (see above)',
      aside: [],
    });
    expect(readAction('Note: it was closed', lexicon)).toEqual({ what: 'Note: it was closed', aside: [] });
  });
});

describe('actions', () => {
  test('are bullets, check boxes and numbers, their steps joined', () => {
    expect(actionsIn('- One\n  - first\n  - second\n- [ ] Two\n- [x] Three\n-\n- n/a\n')).toMatchObject([
      { what: 'One: first; second' },
      { what: 'Two', status: 'open' },
      { what: 'Three', status: 'done' },
    ]);
    expect(actionsIn('1. One\n2. Two\n')).toHaveLength(2);
  });

  test('stand under who does them', () => {
    expect(actionsIn('### @sam\n\n- One\n\n### Storage team\n\n- Two\n\n### Documentation\n\n- Three\n')).toMatchObject(
      [
        { what: 'One', assignee: '@sam' },
        { what: 'Two', team: 'Storage team' },
        { what: 'Three', aside: ['Documentation'] },
      ],
    );
    expect(actionsIn('- @sam\n  - One\n  - Two\n')).toMatchObject([
      { what: 'One', assignee: '@sam' },
      { what: 'Two', assignee: '@sam' },
    ]);
  });

  test('stand under the name of their group', () => {
    const found = actionsIn('- **Prevent:**\n  - One (owner: Sam)\n  - Two\n- Write it down: here\n  - and there\n');
    expect(found).toMatchObject([
      { what: 'One', kind: 'prevent', assignee: 'Sam', aside: ['**Prevent:**', '(owner: Sam)'] },
      { what: 'Two', kind: 'prevent' },
      { what: 'Write it down: here: and there' },
    ]);
    expect(found[1]).not.toHaveProperty('assignee');
  });

  test('have the owner whom a reader sees', () => {
    const [action] = actionsIn('| Action | Owner |\n|-|-|\n| One | [Sam](mailto:sam@example.com)<br>Jo |\n');
    expect(action).toMatchObject({ what: 'One', assignee: 'Sam, Jo' });
    expect(action?.aside?.join(' ')).toContain('mailto:sam@example.com');
  });

  test('are the rows of a table, by what its columns are called', () => {
    expect(
      actionsIn(
        '| # | Action | Owner | Due | Status | Prio | Ticket | Notes |\n|-|-|-|-|-|-|-|-|\n| T1 | One | Ops | 2024-05-06 | ✅ Done | P1 | OPS-1 | soon |\n| T2 | | | | | | | |\n',
      ),
    ).toMatchObject([
      {
        id: 'T1',
        what: 'One (Notes: soon)',
        team: 'Ops',
        due: '2024-05-06',
        status: 'done',
        priority: 'P1',
        ticket: 'OPS-1',
      },
    ]);
  });

  test('are not made of prose', () => {
    expect(actionsIn('We should write it down.\n')).toEqual([]);
  });
});
