import { describe, expect, test } from 'vitest';
import { archiveOf, linesOf, postmortem } from '../testing/archive.ts';
import { type LinkedFile, linkResolver } from './links.ts';

const file = (kind: LinkedFile['kind'], id: string, more: Partial<LinkedFile> = {}): LinkedFile => ({
  kind,
  id,
  absent: false,
  actions: [],
  ...more,
});

const resolve = linkResolver(
  new Map([
    ['postmortems/2024/it-broke.mdx', file('postmortem', 'it-broke', { actions: ['A1', 'A2'] })],
    ['postmortems/2024/in-folder/index.mdx', file('postmortem', 'in-folder')],
    ['postmortems/2024/secret.mdx', file('postmortem', 'secret', { absent: true })],
    ['causes/pool-exhausted.md', file('cause', 'pool-exhausted')],
    ['factors/slow-alert.md', file('factor', 'slow-alert')],
    ['services/checkout.yaml', file('service', 'checkout')],
    ['teams/platform.yaml', file('team', 'platform')],
    ['guides/first-week.mdx', file('guide', 'first-week')],
    ['templates/short.mdx', file('template', 'short')],
    ['site.yaml', file('site', 'site')],
  ]),
  new Set(['postmortems/2024/graph.png']),
  '/kb/',
);
const from = 'postmortems/2024/it-broke.mdx';

describe('a relative link leads to the page of the record', () => {
  test.each([
    ['../../causes/pool-exhausted.md#how', '/kb/causes/pool-exhausted/#how'],
    ['../../factors/slow-alert.md', '/kb/factors/slow-alert/'],
    ['../../services/checkout.yaml', '/kb/services/checkout/'],
    ['../../teams/platform.yaml', '/kb/teams/platform/'],
    ['../../guides/first-week.mdx', '/kb/guides/first-week/'],
    ['in-folder/index.mdx', '/kb/incidents/in-folder/'],
    ['./in-folder/../it-broke.mdx?plain=1#action-A1', '/kb/incidents/it-broke/#action-A1'],
    ['it-broke.mdx#lessons', '/kb/incidents/it-broke/#lessons'],
  ])('%s', (href, path) => {
    expect(resolve(href, from)).toEqual({ href: path });
  });

  test('from the folder of an index file', () => {
    expect(resolve('../it-broke.mdx', 'postmortems/2024/in-folder/index.mdx')).toEqual({
      href: '/kb/incidents/it-broke/',
    });
  });
});

test('a link to a record that the build leaves out is known as such', () => {
  expect(resolve('secret.mdx#action-A9', from)).toEqual({ absent: true });
  expect(resolve('secret.mdx', 'postmortems/2024/secret.mdx'), 'but not in what is left out too').toEqual({
    href: '/kb/incidents/secret/',
  });
});

describe('a dead link is a problem, with the nearest file', () => {
  test.each([
    ['../../causes/pool-exausted.md', 'the nearest is `../../causes/pool-exhausted.md`'],
    ['../causes/pool-exhausted.md', 'the nearest is `../../causes/pool-exhausted.md`'],
    ['in-folder/', 'the nearest is `in-folder/index.mdx`'],
    ['in-folder', 'the nearest is `in-folder/index.mdx`'],
    ['it-broke.md', 'the nearest is `it-broke.mdx`'],
    ['it-broke.mdx#action-A9', 'the nearest is `#action-A1`'],
    ['in-folder/index.mdx#action-A1', undefined],
    ['graph.png', 'show it: ![what it shows](graph.png)'],
    ['../../templates/short.mdx', undefined],
    ['../../site.yaml', undefined],
    ['../../../README.md', 'link to it by its web address'],
  ])('%s', (href, hint) => {
    const target = resolve(href, from);
    expect(target).toEqual({
      problem: { rule: 'dead-link', message: expect.stringContaining(href), ...(hint && { hint }) },
    });
  });
});

describe('links in texts of the front matter', () => {
  test('are rewritten in every text, with the base path', async () => {
    const link = '[it](../causes/pool.md)';
    const { postmortems, causes, services, guides, lines } = await archiveOf(
      {
        'causes/pool.md': `---\nname: Pool\nsummary: See ${link}.\n---\n`,
        'services/api.yaml': `name: API\nsummary: See ${link}.\n`,
        'guides/first.md': `---\ntitle: First\nsummary: See ${link}.\n---\n`,
        'postmortems/a.md': postmortem([
          `summary: See ${link}.`,
          `causes: [{ id: pool, how: 'See ${link}.' }]`,
          `timeline: [{ at: '10:00', what: 'See ${link}.' }]`,
          `lessons: ['See ${link}.']`,
          `impact: { summary: 'See ${link}.' }`,
          `signals: ['See ${link}.']`,
        ]),
      },
      { base: '/kb/' },
    );
    expect(lines).toEqual([]);
    const there = 'See [it](/kb/causes/pool/).';
    expect(postmortems[0]).toMatchObject({
      summary: there,
      causes: [{ id: 'pool', how: there }],
      timeline: [{ what: there }],
      lessons: [there],
      impact: { summary: there },
      signals: [`See ${link}.`],
    });
    expect([causes[0]?.summary, services[0]?.summary, guides[0]?.summary]).toEqual([there, there, there]);
  });

  test.each([
    ['summary: As [before](b.md).', '5:13'],
    ["summary: 'It''s as [before](b.md).'", '5:20'],
    ['summary: "\\u0049t \\"is\\" as [before](b.md)."', '5:29'],
    ["summary: '  As [before](b.md).'", '5:16'],
    ['summary: >\n  As [before](b.md).', '6:6'],
    ['lessons:\n  - One.\n  - As [before](b.md).', '7:8'],
  ])('a dead one is located where it stands in %j', async (front, place) => {
    const [line, ...others] = await linesOf({ 'postmortems/a.md': postmortem(front) });
    expect(line?.split(' ', 2)).toEqual([`postmortems/a.md:${place}`, 'dead-link']);
    expect(others).toEqual([]);
  });
});
