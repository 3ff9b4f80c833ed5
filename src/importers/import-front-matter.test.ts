import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';

describe('front matter', () => {
  test('in YAML: keys by many names, texts as they were written, the rest under imported', async () => {
    const { of } = await imported({
      'a.md': [
        '---',
        'title: "Queue: stalled"',
        'start_time: 2024-03-01T10:00:00+01:00',
        'resolved_at: 2024-03-01 11:30 CET',
        'sev: P1',
        'affected_services: [Queue, Mail Gateway]',
        'tags: queue, mail',
        'url: https://example.com/inc/7',
        'version: 1.10',
        'nested: { a: [b, 0012] }',
        '---',
        'The queue stood still.',
      ].join('\n'),
    });
    const { values } = of('a.md');
    expect(values).toMatchObject({
      title: 'Queue: stalled',
      started: '2024-03-01T10:00+01:00',
      resolved: '2024-03-01T11:30+01:00',
      severity: 'SEV1',
      services: ['queue', 'mail-gateway'],
      tags: ['queue', 'mail'],
      links: [{ label: 'url', url: 'https://example.com/inc/7' }],
      summary: 'The queue stood still.',
      imported: { version: '1.10', nested: { a: ['b', '0012'] } },
    });
  });

  test('in TOML, as Hugo writes it, with a page bundle and its picture', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
    const { of } = await imported({
      'content/incidents/db-outage/index.md':
        '+++\ntitle = "DB outage"\ndate = 2023-05-06T07:08:09Z\nseverity = "major"\nresolved = 2023-05-06T08:00:00Z\n[params]\nteam = "x"\n+++\n\n![load](graph.png)\n',
      'content/incidents/db-outage/graph.png': png,
    });
    const { values, body, target } = of('content/incidents/db-outage/index.md');
    expect(values).toMatchObject({ title: 'DB outage', started: '2023-05-06T07:08:09Z', severity: 'SEV2' });
    expect(target).toBe('postmortems/2023/db-outage/index.md');
    expect(body).toContain('![load](./graph.png)');
  });

  test('whose date has a clock time and no end names a day: pages bear the time they were published', async () => {
    const { of } = await imported({
      'a.md': '---\ntitle: x\ndate: 2023-05-06T07:08:09Z\n---\n# X {#anchor}\n\nText.\n',
    });
    expect(of('a.md').values).toMatchObject({ started: '2023-05-06T00:00Z', imported: { startedPrecision: 'day' } });
  });

  test('cut by a #, with a comment, a repeated key and blank lines before it', async () => {
    const { of } = await imported({
      'a.md':
        '\n\n---\ntitle: connect to db #3 failed\n# a remark\nday: 2024-01-02\nnote: one\nnote: two\n---\nText.\n',
    });
    const { values, report } = of('a.md');
    expect(values.title).toBe('connect to db #3 failed');
    expect(values.imported).toMatchObject({ note: 'one', 'note (2)': 'two' });
    expect(report.left.map(({ text }) => text)).toContain('a remark');
  });

  test('that is none stays in the body, and is told', async () => {
    const { of } = await imported({ '2024-01-02-x.md': '---\ntitle: "open\n: [\n---\n# Heading\n\nWords.\n' });
    const { values, report, body } = of('2024-01-02-x.md');
    expect(report.problems[0]?.message).toContain('front matter');
    expect(`${values.title} ${body}`).toContain('open');
  });

  test('names no service by `all`, and what is said of the impact is not the summary', async () => {
    const { of } = await imported({
      'a.md': '---\ndate: 2024-01-02\nservices: all\nimpact:\n  description: Nobody could pay.\n---\n# A\n',
    });
    expect(of('a.md').values).toMatchObject({
      impact: { summary: 'Nobody could pay.' },
      imported: { services: 'all' },
    });
    expect(of('a.md').values).not.toHaveProperty('services');
    expect(of('a.md').values).not.toHaveProperty('summary');
  });

  test('says who may see it, and that it was a near miss', async () => {
    const { of } = await imported({
      'a.md': '---\ndate: 2024-01-02\ntype: near-miss\nvisibility: restricted\n---\n# A\n',
    });
    expect(of('a.md').values).toMatchObject({ type: 'near-miss', visibility: 'restricted' });
  });
});
