/** Words of a language for days and clock times, in lower case. */
export interface CalendarWords {
  /** January to December, each with its forms. */
  months: string[][];
  /** Monday to Sunday, each with its forms. */
  weekdays: string[][];
  beforeNoon: string[];
  afterNoon: string[];
  /** After a clock time: `Uhr`, `h`. */
  clockWords: string[];
  /** Between a day and its clock time: `um`, `à`. */
  at: string[];
  units: Record<'second' | 'minute' | 'hour' | 'day' | 'week', string[]>;
}

/** True for a language that the standard library of this Node.js knows by its tag: `de`, `pt-BR`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag]).length === 1;
  } catch {
    return false;
  }
}

/** The words of a language for days, times and lengths of time, as Unicode's CLDR has them. Throws for what is no language. */
export function calendarWords(language: string): CalendarWords {
  const part = (date: Date, options: Intl.DateTimeFormatOptions, type: string): string[] =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', ...options })
      .formatToParts(date)
      .filter((one) => one.type === type)
      .map(({ value }) => plain(value))
      .filter((word) => /\p{L}/u.test(word));
  const unique = (words: string[]): string[] => [...new Set(words.filter((word) => word !== ''))];
  const months = Array.from({ length: 12 }, (_, index) => {
    const date = new Date(Date.UTC(2023, index, 15));
    return unique(
      (['long', 'short'] as const).flatMap((month) => [
        ...part(date, { month }, 'month'),
        ...part(date, { month, day: 'numeric' }, 'month'),
      ]),
    );
  });
  // 2 January 2023 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, index) => {
    const date = new Date(Date.UTC(2023, 0, 2 + index));
    return unique((['long', 'short'] as const).flatMap((weekday) => part(date, { weekday }, 'weekday')));
  });
  const halfOf = (hour: number): string[] =>
    part(new Date(Date.UTC(2023, 0, 2, hour)), { hour: 'numeric', hour12: true }, 'dayPeriod');
  const afternoon = new Date(Date.UTC(2023, 9, 24, 14, 30));
  const after = part(afternoon, { hour: 'numeric', hour12: false }, 'literal');
  const between = part(afternoon, { dateStyle: 'long', timeStyle: 'short' }, 'literal').flatMap((words) =>
    words.split(/[\s,]+/).filter((word) => /^\p{L}{1,6}$/u.test(word)),
  );
  const unit = (name: string): string[] =>
    unique(
      (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) =>
        [1, 2, 5, 1.5].flatMap((count) =>
          new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay })
            .formatToParts(count)
            .filter(({ type }) => type === 'unit')
            .map(({ value }) => plain(value)),
        ),
      ),
    );
  return {
    months,
    weekdays,
    beforeNoon: unique(halfOf(9)),
    afterNoon: unique(halfOf(15)),
    clockWords: unique(after),
    at: unique(between),
    units: {
      second: unit('second'),
      minute: unit('minute'),
      hour: unit('hour'),
      day: unit('day'),
      week: unit('week'),
    },
  };
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
    .replace(/\.$/, '');
}
