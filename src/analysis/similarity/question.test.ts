import { expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { openIndex } from './open-index.ts';
import { MOST_FEATURES, mostTelling, questionOfText } from './question.ts';

/** Words of three letters, all different, that no list knows. */
const WORDS = Array.from({ length: 1000 }, (_, i) => `q${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`);

/** Twenty incidents of fifty words each, and three words that all of them have. */
const INDEX = openIndex(
  buildIndex(
    Array.from({ length: 20 }, (_, i) => ({
      id: `${i}`,
      date: '',
      fixed: false,
      texts: [{ text: `xax xbx xcx ${WORDS.slice(i * 50, i * 50 + 50).join(' ')}`, weight: 1 }],
      signals: [],
      facets: [],
    })),
  ),
);

test('of a long log what tells most is compared, however often the rest stands there', () => {
  const question = questionOfText(INDEX, `xax xbx xcx ${WORDS.join(' ')} ${WORDS[7]}`);
  expect(question.features.size).toBeGreaterThan(MOST_FEATURES);
  const told = mostTelling(INDEX, question);
  expect(told.features.size).toBe(MOST_FEATURES);
  expect(told.length).toBeLessThan(question.length);
  const has = (word = ''): boolean => told.features.has(INDEX.ofWord.get(word) ?? -1);
  expect(has(WORDS[7])).toBe(true);
  expect(['xax', 'xbx', 'xcx'].filter(has)).toEqual([]);
});

test('a question that is not long stays as it is', () => {
  const question = questionOfText(INDEX, `xax ${WORDS.slice(0, 100).join(' ')}`);
  expect(mostTelling(INDEX, question)).toBe(question);
});

test('a slip of a known word is read as that word, in whatever script its neighbours are', () => {
  const { readAs, unknown } = questionOfText(
    openIndex(
      buildIndex([
        {
          id: 'a',
          date: '',
          fixed: false,
          texts: [{ text: 'deadlock 磁盘 longer', weight: 1 }],
          signals: [],
          facets: [],
        },
      ]),
    ),
    'deadlok 磁盘 证书 logger',
  );
  expect(readAs).toEqual([{ from: 'deadlok', to: 'deadlock' }]);
  // What would be read as a word that says nothing is rather not known.
  expect(unknown).toEqual(['证书', 'logger']);
});
