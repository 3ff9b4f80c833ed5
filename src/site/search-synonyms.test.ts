import { expect, test } from 'vitest';
import { synonymsOf } from './search-synonyms.ts';

const TABLE = { oom: ['out of memory', 'memory exhausted'], k8s: ['kubernetes'] };

test.each([
  ['The pod ran Out of Memory.', ['memory exhausted', 'oom']],
  ['OOM-killed on kubernetes', ['k8s', 'memory exhausted', 'out of memory']],
  ['a room, out of sight and memory', []],
  ['', []],
])('%j also says %j', (text, words) => {
  expect(synonymsOf(text, TABLE)).toEqual(words);
});
