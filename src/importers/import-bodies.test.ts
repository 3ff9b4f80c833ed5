import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';
import { lostWords } from '../testing/lost-words.ts';

describe('bodies', () => {
  test('keep a table whole from whose middle rows became fields', async () => {
    const { of } = await imported({
      '2024-01-02-x.md': `# X

| Property | Value |
| --- | --- |
| Colour | Green |
| Started at | 2024-01-02T09:00Z |
| Resolved at | 2024-01-02T10:00Z |
| Severity | SEV2 |
| Weather | Rain |

Then text.
`,
    });
    expect(of('2024-01-02-x.md').body).toContain(
      '| Property | Value |\n| --- | --- |\n| Colour | Green |\n| Weather | Rain |\n\nThen text.',
    );
  });

  test('keep their text, and what a postmortem cannot hold becomes text', async () => {
    const { of } = await imported({
      '2024-01-02-x.md': `# X

Lead.

## Details

:::warning
Careful
:::

!!! note "Heads up"
    indented

{{< figure src="x.png" >}} and {% include foo.html %} and {{ page.title }}

<center>Middle</center> <script>alert(1)</script> <500ms and a<b, <name@example.com>

[dead](missing.md) ![gone](gone.png "why") [ref][r] [mail](mailto:a@b.example) [up](/absolute)

Text[^1]
{: .class}

[^1]: A note.

[r]: ../elsewhere.md

- [ ] a task
`,
    });
    const { body, report } = of('2024-01-02-x.md');
    for (const words of [
      'Careful',
      'Heads up',
      'figure src',
      'include foo.html',
      'page.title',
      'Middle',
      'alert(1)',
      '500ms',
      'missing.md',
      'gone.png',
      'elsewhere.md',
      '/absolute',
      'A note.',
      'a task',
    ]) {
      expect(body).toContain(words);
    }
    expect(report.problems.map(({ message }) => message).join('\n')).toContain('missing.md');
  });

  test('link to each other at their new places', async () => {
    const { of } = await imported({
      '2023-01-01-a.md': '# A\n\nLead.\n\nSee [the other](2024-02-02-b.md#top) and [it][b].\n\n[b]: 2024-02-02-b.md\n',
      '2024-02-02-b.md': '# B\n\nLead.\n\nAs in [A](2023-01-01-a.md).\n',
    });
    expect(of('2023-01-01-a.md').body).toContain('[the other](../../postmortems/2024/2024-02-02-b.md)');
    expect(of('2024-02-02-b.md').body).toContain('[A](../../postmortems/2023/2023-01-01-a.md)');
  });
});

test('words that say that nothing is known are no facts, and none is lost', async () => {
  const source = `# X

Date: 2024-01-02

## Timeline (UTC)

| Time | Event | Who |
| --- | --- | --- |
| 10:00 | down | N/A |

## Actions

| Action | Owner | Due |
| --- | --- | --- |
| Pay | TBD | pending |
| unclear | Bo | 2024-02-02 |
| Ship | Bo | 2024-02-02 | soon |
| none | Jo | 2024-02-03 |

## Lessons learned

- TBD
`;
  const { of, out } = await imported({ 'x.md': source });
  const { values, body, report, target } = of('x.md');
  expect(lostWords(source, readFileSync(join(out, target), 'utf8'), report)).toEqual([]);
  expect(values.actions).toEqual([
    { id: 'A1', what: 'Pay' },
    { id: 'A2', what: 'Ship (soon)', assignee: 'Bo', due: '2024-02-02' },
  ]);
  expect(values).not.toHaveProperty('lessons');
  expect(body).toContain('| --- | --- | --- |\n| unclear | Bo | 2024-02-02 |\n| none | Jo | 2024-02-03 |\n');
});

describe('marks of other tools', () => {
  test('are no words of a field, and go with a heading that is empty', async () => {
    const { of } = await imported({
      '2024-01-02-x.md': `# X

Nobody could pay.
{: .lead}

### Timeline
{: #timeline }

- 08:00 Tuples such as {:ok, 1} arrive
- 09:00 [Status page](https://status.example.com){:target="_blank"} is green again

### Actions

- [ ] Pay {: .todo}
`,
    });
    const { values, body, report } = of('2024-01-02-x.md');
    expect(values).toMatchObject({
      summary: 'Nobody could pay.',
      timeline: [
        { what: 'Tuples such as {:ok, 1} arrive' },
        { what: '[Status page](https://status.example.com) is green again' },
      ],
      actions: [{ what: 'Pay' }],
    });
    expect(body).toBe('');
    expect(report.left.map(({ text }) => text).join(' ')).toContain('{:target="_blank"}');
  });

  test('of call-outs get a line of their own, with the title below', async () => {
    const { of, errors } = await imported({
      '2024-01-02-x.md':
        '# X\n\n> [!warning]- Impact\n> Half of them.\n\n> [!custom] Left\n> as it is\n\n```\n> [!note] code\n```\n',
    });
    expect(await errors()).toEqual([]);
    expect(of('2024-01-02-x.md').body).toContain('> [!warning]\n> **Impact**\n>\n> Half of them.');
    expect(of('2024-01-02-x.md').body).toContain('> [!custom] Left\n');
    expect(of('2024-01-02-x.md').body).toContain('> [!note] code\n');
  });

  test('and days and groups of a list go with what stood under them', async () => {
    const { of } = await imported({
      'x.md': `# X

## Timeline (UTC)

- 14 May 2024
  - 22:50 Key disabled
- 15 May 2024
  - 00:40 Key enabled, back to normal

## Action items

- Prevent:
  - Tag the key
`,
    });
    const { values, body } = of('x.md');
    expect(values.timeline?.map(({ at }) => at)).toEqual(['2024-05-14T22:50Z', '2024-05-15T00:40Z']);
    expect(values.actions).toMatchObject([{ what: 'Tag the key', kind: 'prevent' }]);
    expect(body).toBe('');
  });
});
