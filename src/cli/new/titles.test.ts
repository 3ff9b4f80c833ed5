import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemLine } from '../../archive/problem.ts';
import { readArchive } from '../../archive/read.ts';
import { ID_PATTERN } from '../../model/id.ts';
import { begin, CATALOGUE, contentFolders } from '../../testing/beginning.ts';
import { repository } from '../../testing/repository.ts';

const { contentWith } = contentFolders();

test('any title makes a file that the check accepts, under an id of its own', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      ...[
        '"',
        "'",
        '`',
        '#',
        ' # ',
        ': ',
        '- ',
        '? ',
        '---',
        '...',
        '|',
        '>',
        '&a',
        '*a',
        '!!str ',
        '%',
        '@',
        '{',
        '}',
        '[x](y.md)',
      ],
      ...[
        '<b>',
        '<500ms>',
        '<https://x.example>',
        '![x](y.png)',
        'www.x.example',
        'ftp://x',
        '\n',
        '\r\n',
        '\t',
        '\u2028',
        '\u0085',
      ],
      ...[
        'عطل في الدفع',
        '\u202Eabc',
        '𝕏𝕐',
        '\uD800',
        '\uFEFF',
        '\u0000',
        'null',
        'true',
        '~',
        '0012',
        '15:30',
        '2026-11-20',
        '\\',
      ],
    ),
  );
  const titles = fc.array(
    fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
    { minLength: 30, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(titles, async (all) => {
      const content = await contentWith();
      const paths = new Set<string>();
      for (const title of all) {
        const run = await begin(content, '--', title);
        if (/^[\s\p{Cc}]*$/u.test(title)) {
          expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('which title?') });
        } else if (run.exitCode === 0) {
          expect(run.stdout.trim().split('/').at(-1)?.replace('.mdx', '')).toMatch(ID_PATTERN);
          expect(paths.has(run.stdout)).toBe(false);
          paths.add(run.stdout);
        } else {
          expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(' already (') });
        }
      }
      const { problems, postmortems } = await readArchive({ contentDir: content, base: '/', drafts: true });
      expect(problems.filter(({ severity }) => severity === 'error').map(problemLine)).toEqual([]);
      expect(postmortems).toHaveLength(paths.size);
    }),
    { numRuns: 10 },
  );
});

test('a title is kept as it was said', async () => {
  const content = await contentWith();
  for (const title of ['ERROR: deadlock detected', 'Lock #3 held', '"Quoted" and `code`', '0012', 'null', "it's"]) {
    await begin(content, title);
  }
  const { postmortems } = await readArchive({ contentDir: content, base: '/', drafts: true });
  expect(postmortems.map(({ title }) => title).sort()).toEqual(
    ['"Quoted" and `code`', '0012', 'ERROR: deadlock detected', "it's", 'Lock #3 held', 'null'].sort(),
  );
});

test('two branches that begin a postmortem on one day merge without a conflict', async () => {
  const { folder, git, commit, remove } = repository();
  await commit('Begin', CATALOGUE);
  const titles = ['Checkout failed', 'Checkout was slow', '決済が失敗した', '決済が遅い', '\u{1F525}'];
  for (const [index, title] of titles.entries()) {
    git('switch', '--quiet', '-c', `branch-${index}`, 'main');
    expect(await begin(folder, title, '--started', '14:05')).toMatchObject({ exitCode: 0 });
    await commit(title);
  }
  git('switch', '--quiet', 'main');
  for (const index of titles.keys()) git('merge', '--quiet', '--no-edit', `branch-${index}`);
  const { problems, postmortems } = await readArchive({ contentDir: folder, base: '/', drafts: true });
  expect(problems.map(problemLine)).toEqual([]);
  expect(postmortems.map(({ title }) => title).sort()).toEqual([...titles].sort());
  await remove();
});
