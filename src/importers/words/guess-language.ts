import { calendarWords } from './calendar.ts';

/** Languages that a first map file may propose, by their names of months. */
const BY_MONTHS = [
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'sk',
  'hu',
  'ro',
  'ru',
  'uk',
  'tr',
];

/** Languages that a script gives away. */
const BY_SCRIPT = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
] as const;

/**
 * The language that an archive seems to be written in beside English, and the words that show it: the one whose names of months
 * stand in the most texts beside a number, or the one of a script. For a proposal that a person confirms, and for no fact.
 */
export function guessLanguage(texts: readonly string[]): { language: string; shown: string } | undefined {
  for (const [language, script] of BY_SCRIPT) {
    const found = texts.flatMap((text) => new RegExp(`${script.source}\\S{0,7}`, 'u').exec(text)?.[0] ?? []);
    if (found[0] !== undefined && found.length * 2 >= texts.length) return { language, shown: found[0] };
  }
  const english = new Set(calendarWords('en').months.flat());
  let best: { language: string; shown: string; score: number } | undefined;
  for (const language of BY_MONTHS) {
    const { months, at } = calendarWords(language);
    const names = months.flat().filter((name) => name.length > 2 && !english.has(name));
    const dated = new RegExp(`(?<!\\p{L})\\d{1,2}(?:\\.|er|º)?\\s+(?:de\\s+)?(?:${names.join('|')})(?!\\p{L})`, 'iu');
    // Neighbours share names of months, and `1. set up` is no day: what stands before a clock time and between two nouns tells.
    const small = new RegExp(
      `\\s(?:${[...at.filter((word) => word.length > 1 && word !== 'de'), andIn(language)].join('|')})\\s`,
      'iu',
    );
    const found = texts.flatMap((text) => (small.test(text) ? (dated.exec(text)?.[0] ?? []) : []));
    const score = found.length + texts.filter((text) => small.test(text)).length / (texts.length + 1);
    if (found.length > 0 && score > (best?.score ?? 0)) best = { language, shown: found[0] ?? '', score };
  }
  return best && { language: best.language, shown: best.shown };
}

/** `und`, `et`, `y`. */
function andIn(language: string): string {
  const [, link] = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(['1', '2']);
  return (link?.value ?? '').trim();
}
