const NUMBERS: Record<string, number> = Object.fromEntries([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index): [string, number] => [word, index + 1],
  ),
  ['a', 1],
  ['an', 1],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['forty-five', 45],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
]);

const UNITS: Record<string, number> = { s: 1 / 60, m: 1, h: 60, d: 1440, w: 10_080 };

const NUMBER = `(?:\\d+(?:\\.\\d+)?|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const UNIT = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?)';
const AMOUNT = `${NUMBER}[ -]?(?:and a half )?${UNIT}(?: and a half)?`;

/** The source of a pattern for a length of time in words: "75 minutes", "half an hour", "two and a half hours", "1 h 15 min". */
export const DURATION = `(?:half an hour|(?:a|one) quarter of an hour|three quarters of an hour|${AMOUNT}(?:,? (?:and )?${AMOUNT})?)`;

/** The minutes that words matched by `DURATION` mean. */
export function minutesIn(words: string): number | undefined {
  const plain = words.toLowerCase();
  if (plain === 'half an hour') return 30;
  if (plain === 'three quarters of an hour') return 45;
  if (plain.endsWith('quarter of an hour')) return 15;
  let minutes = 0;
  for (const { 0: amount, 1: number = '', 2: unit = '' } of plain.matchAll(
    new RegExp(`(${NUMBER})[ -]?(?:and a half )?(${UNIT})(?: and a half)?`, 'g'),
  )) {
    const count = (NUMBERS[number] ?? Number(number)) + (amount.includes('and a half') ? 0.5 : 0);
    minutes += count * (UNITS[unit.charAt(0)] ?? Number.NaN);
  }
  return minutes > 0 ? minutes : undefined;
}
