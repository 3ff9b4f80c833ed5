import { expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

test('months beside the small words of a language give it away', () => {
  expect(guessLanguage(['Am 3. März 2024 um 10:00 fiel der Dienst aus und kam wieder.'])?.language).toBe('de');
  expect(guessLanguage(['Le 3 février 2024 à 10:00 le service est tombé et revenu.'])?.language).toBe('fr');
  expect(guessLanguage(['2024年3月1日に障害が発生しました'])?.language).toBe('ja');
});

test('an English list is in no other language: `1. set up` is no day', () => {
  expect(guessLanguage(['1. set up alerts\n2. Fix the queue', '3. Set a limit, and test it'])).toBeUndefined();
  expect(guessLanguage(['On March 3, 2024 at 10:00 the queue stood still.'])).toBeUndefined();
});
