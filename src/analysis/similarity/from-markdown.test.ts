import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELD_WEIGHTS } from './document.ts';
import { documentOfMarkdown, nameOf, plainText } from './from-markdown.ts';

/** The text of the title of a file, and everything else it says. */
function read(
  source: string,
  path = 'reports/2021-05-06-disk-full.md',
  withTitle = true,
): { title: string; rest: string; date: string } {
  const { texts, date } = documentOfMarkdown({ path, source }, { withTitle });
  const isTitle = ({ weight }: { weight: number }): boolean => weight === FIELD_WEIGHTS.title;
  const said = (some: typeof texts): string => some.map(({ text }) => text.trim()).join('\n');
  return { title: said(texts.filter(isTitle)), rest: said(texts.filter((text) => !isTitle(text))), date };
}

test.each([
  [
    'the front matter',
    '---\ntitle: "Broker: disk full"\ndate: 2020-01-02\n---\n# Postmortem\nText',
    'Broker: disk full',
    '2020-01-02',
  ],
  ['TOML front matter', '+++\ntitle = "Disk full"\n+++\nText', 'Disk full', '2021-05-06'],
  ['the first heading', '\n\n# Disk full #\n\nText', 'Disk full', '2021-05-06'],
  ['a heading underlined', 'Disk full\n=========\n\nText', 'Disk full', '2021-05-06'],
  ['the name of the file', 'Text', '2021-05-06-disk-full', '2021-05-06'],
])('the title comes from %s', (_, source, title, date) => {
  const document = read(source);
  expect(document.title).toBe(title);
  expect(document.date).toBe(date);
  expect(document.rest).toContain('Text');
});

test('a heading of a section is no title', () => {
  expect(read('## Summary\n\nText', 'disk-full.md').title).toBe('disk-full');
});

test('summary, tags and other fields of the front matter are read, people and addresses are not', () => {
  const { rest } = read(
    '---\ntitle: T\nsummary: >\n  Orders\n  waited.\ntags: [kafka, disk]\nproduct: SimpleDB\nauthor: Somebody\nurl: https://example.org/x\n---\n',
  );
  expect(rest).toMatch(/Orders\s+waited\./);
  expect(rest).toMatch(/kafka/);
  expect(rest).toMatch(/SimpleDB/);
  expect(rest).not.toMatch(/Somebody|example\.org/);
});

test('without titles, neither the front matter nor the heading nor the name tells', () => {
  const { title, rest } = read('---\ntitle: Zanzibar\n---\n# Timbuktu\nText', 'Samarkand.md', false);
  expect(title).toBe('');
  expect(rest).not.toMatch(/Zanzibar|Timbuktu|Samarkand/);
});

test('markup, addresses and comments are gone, what was seen stays', () => {
  const text = plainText(
    'See [the graph](https://example.org/a?b=1 "t") <!-- hidden -->\n```\nENOSPC: write\n```\n<b>bold</b> `code` https://x.y/z &nbsp;',
  );
  expect(text).toMatch(/the graph/);
  expect(text).toMatch(/ENOSPC: write/);
  expect(text).toMatch(/bold.*code/);
  expect(text).not.toMatch(/example\.org|hidden|<b>|x\.y|nbsp/);
});

test('an index is called after its folder', () => {
  expect(nameOf('a/2021-disk/index.mdx')).toBe('2021-disk');
  expect(nameOf('Bad AMI causing trouble')).toBe('Bad AMI causing trouble');
});

test('no text is an error', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('---\n', 'title: x\n', '# a\n', '<!--', '[a](', '```\n', ' - b\n', '\r\n'))
      .map((some) => some.join('')),
  );
  fc.assert(fc.property(text, (source) => void documentOfMarkdown({ path: 'a.md', source })));
});
