import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../archive/front-matter.ts';
import { readYaml } from '../archive/yaml/values.ts';
import { siteSchema } from '../model/site.ts';
import { importing } from '../testing/importing.ts';
import { archiveContext } from './archive-context.ts';
import { toPlainMarkdown } from './dress/plain-markdown.ts';
import { decodeText } from './files/read-text.ts';
import { splitFrontMatter } from './files/split-front-matter.ts';
import { mapRecord } from './map-record.ts';
import { frontMatter, readSource, recordText } from './record-file.ts';

const CONTEXT = archiveContext({}, siteSchema.parse({}).severities);

/** Pieces that postmortems are made of, whole and broken. */
const PIECES = [
  ...[
    '# Down\n',
    '## Timeline\n',
    '## Action items\n',
    '### 10:00\n',
    '## What went well\n',
    '## Summary\n',
    '**Impact:** all\n',
  ],
  ...[
    '- 10:00 UTC broke\n',
    '- [x] done thing\n',
    '- \n',
    '  - nested `code`\n',
    '1. first\n',
    '10:05 – fixed\n',
    '* [Owner] do it\n',
  ],
  ...[
    '| Time | Event |\n| --- | --- |\n| 10:00 | x |\n',
    '| a | b |\n',
    '|---|---|\n',
    '---\n',
    '+++\n',
    '```\n',
    '~~~\n',
    '> [!NOTE]\n',
  ],
  ...[
    'title: x\n',
    'date: 2024-01-02\n',
    '{{ x }}',
    '<div>\n',
    '</div>',
    '<table><tr><th>Time</th><td rowspan=2>',
    '</td></tr></table>\n',
    '<ul><li>10:00 x</li>',
    '</ul>',
    '<h2>Timeline</h2>',
    '<p>a *b &amp; c',
    '\\-',
    '\\_x',
    'Term\n: meaning\n',
    '#+TITLE: x\n* Head\n',
    '== Head\n',
    '|===\n',
    ':key: value\n',
    '[[x|y]]',
    '!!! note "Heads up"\n    a\n',
    '??? info\n\n    !!! tip\n        b\n',
    '=== "Timeline"\n    10:00 x\n',
    '<aside>\n',
    '</aside>\n',
    "import Tabs from '@theme/Tabs';\n",
    '> [!warning]- Impact\n> c\n',
    '{: .lead}\n',
    '- **Prevent:**\n  - d\n',
    '- 1 May 2024\n  - 10:00 e\n',
    'Day 2\n',
    '- 4/11 10:00 f\n',
    '| Date | Time | Event |\n|--|--|--|\n| x/y | 10:00 | g |\n',
    '## Root cause\n- [ ] h\n- [x] i\n',
    '| Action | Owner | Ticket |\n|--|--|--|\n| j | TBD<br>[k](mailto:k@l.m) | n/a **DONE** |\n',
    '| Lead | Severity | Date |\n|--|--|--|\n| @a | P1 | 2024-01-02 |\n',
    'Customers affected: 5\n',
    'End: next day, 01:45\n',
    '## 2024-01-02 Down\n',
    '<Tabs>\n',
    'T+5: x\n',
    '- Mon 10:00 x\n',
    '<br>',
    '<script>',
    '<!-- x',
    '-->',
    '<500ms',
    '&lt;',
    '[a](b.md)',
    '![p](q.png)',
  ],
  ...[
    '[r]: x\n',
    '[r][r]',
    '[^1]',
    '[^1]: note\n',
    '\\',
    '`',
    '**',
    '_',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '2024-01-02',
    ' 24/13/2021 ',
    '\u0000',
    '\ufeff',
    '😀',
    'é',
  ],
];
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
);

test('any bytes are a text or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const read = decodeText(bytes);
      expect('text' in read || read.why.length > 0).toBe(true);
    }),
  );
});

test('any text is split into front matter and body without loss of a line', () => {
  fc.assert(
    fc.property(text, (source) => {
      const { body, bodyLine, format } = splitFrontMatter(source);
      expect(source.endsWith(body)).toBe(true);
      expect(bodyLine).toBe(source.slice(0, source.length - body.length).split('\n').length);
      if (format === 'none') expect(body).toBe(source);
    }),
  );
});

/** Words of the source that neither the record nor the report holds. */
function lost(source: string, held: unknown): string[] {
  const words = (all: string): string[] => all.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)])
        : [];
  const kept = new Set(words(texts(held).join('\n')));
  return words(source).filter((word) => !kept.has(word));
}

test('any text is mapped without a throw and without the loss of a word', () => {
  fc.assert(
    fc.property(text, (source) => {
      const split = toPlainMarkdown(splitFrontMatter(source), () => undefined);
      const { draft, body } = mapRecord('2024-01-02-x.md', split, CONTEXT, (url) =>
        /^https?:/.test(url) ? url : undefined,
      );
      const { values, imported, findings, left, troubles } = draft;
      expect(lost(source, { values, imported, findings, left, troubles, body })).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('any archive of such texts becomes one that the reader takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (sources) => {
      const result = importing(
        Object.fromEntries(sources.map((source, index) => [`2024-01-0${index + 1}-x.md`, source])),
      );
      try {
        expect(await result.errors()).toEqual([]);
        expect(result.again().files.filter(({ outcome }) => outcome === 'updated' || outcome === 'new')).toEqual([]);
      } finally {
        result.remove();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('any values are written so that the archive reads the same', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        'a #b',
        'a: b',
        '- x',
        '*x',
        '&x',
        '!x',
        "it's",
        '"',
        'true',
        '1.10',
        '0012',
        '10:30',
        ' x ',
        'a\nb',
        '---',
        '%',
        '@',
        '`x`',
        '[x',
        '{x',
        '|',
        '>',
        '?',
        '#',
      ),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { minKeys: 1, maxKeys: 5 }), (values) => {
      const plain = JSON.parse(JSON.stringify(values)) as Record<string, unknown>;
      expect(readYaml('x', frontMatter(plain)).value).toEqual(plain);
      const file = recordText({ title: 'x', imported: plain }, { file: 'a "b".md', digest: '0'.repeat(16) }, 'Body.\n');
      const read = readFrontMatter('x', file, []);
      expect(read.problems).toEqual([]);
      expect((read.value as { imported?: unknown }).imported).toEqual(plain);
      expect(readSource(file)).toMatchObject({ file: 'a "b".md', edited: false });
      expect(readSource(file.replace('Body.', 'Other.'))).toMatchObject({ edited: true });
    }),
  );
});

test('text that is nested a thousand deep, or long, is read in good time', () => {
  for (const source of [
    `${'> '.repeat(3000)}x`,
    `${'- '.repeat(2000)}x`,
    '*'.repeat(20_000),
    '['.repeat(20_000),
    `# ${'a '.repeat(50_000)}`,
    '10:00 '.repeat(20_000),
    '| a '.repeat(5000),
    `${'1. x\n'.repeat(5000)}`,
  ]) {
    const { body } = mapRecord(
      '2024-01-02-x.md',
      toPlainMarkdown(splitFrontMatter(source), () => undefined),
      CONTEXT,
      () => undefined,
    );
    expect(typeof body).toBe('string');
  }
}, 30_000);
