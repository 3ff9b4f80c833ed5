import { expect, test } from 'vitest';
import { backgroundShares } from './background.ts';
import { numberFeatures } from './features.ts';
import { vocabularyWith } from './synonym-groups.ts';
import { tokensOf } from './tokens.ts';

test('a stem and a group are as common as their words together; what is not known is not common', () => {
  const keys = ['database', 'databases', 'frobnicator', 'the'];
  const vocabulary = vocabularyWith([]);
  const features = numberFeatures(keys, keys.map(tokensOf), vocabulary);
  const shares = backgroundShares(keys, features, vocabulary);
  const [database = 0, , frobnicator, the] = shares;
  expect([frobnicator, the]).toEqual([0, 1]);
  expect(database).toBeGreaterThan(0.2);
  for (const feature of [features.ofStem.get('databa'), ...features.ofGroup.values()]) {
    expect(shares[feature ?? -1]).toBeGreaterThanOrEqual(database);
  }
});
