import type { Words } from '../words/words.ts';

export interface Duration {
  minutes: number;
  /** True if it says that it is rough: `~20 hours`, `2-3 h`. */
  rough: boolean;
}

const PER_UNIT = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10_080 } as const;

/** Reads a length of time in words: `54 hours 10 minutes`, `3h 45m`, `11 Days`. Undefined where the text says anything else. */
export function readDuration(text: string, words: Words): Duration | undefined {
  let rest = text
    .slice(0, 200)
    .replace(/\\?\[\^[^\]]*\]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[.;]+$/, '');
  let rough = false;
  const lead = [...words.roughly, '~', '≈', '<', '>'].find((word) => rest.startsWith(word));
  if (lead !== undefined) {
    rough = true;
    rest = rest.slice(lead.length).trim();
  }
  const units = Object.entries(words.units).flatMap(([unit, names]) => names.map((name) => [name, unit] as const));
  units.sort(([a], [b]) => b.length - a.length);
  let minutes = 0;
  let parts = 0;
  while (rest !== '') {
    const number = /^(\d{1,7}(?:[.,]\d{1,3})?)\s*/.exec(rest);
    if (!number) return undefined;
    const after = rest.slice(number[0].length);
    const unit = units.find(([name]) => after.startsWith(name) && !/^\p{L}/u.test(after.slice(name.length)));
    if (!unit) return undefined;
    minutes += Number((number[1] ?? '').replace(',', '.')) * PER_UNIT[unit[1] as keyof typeof PER_UNIT];
    parts += 1;
    rest = after.slice(unit[0].length).replace(/^(?:\s*(?:,|and|&|\+)?\s*)/, '');
  }
  return parts === 0 ? undefined : { minutes: Math.round(minutes * 60) / 60, rough };
}
