import type { DayOrder } from './place-times.ts';

/** Which way round an archive writes days in digits, and what shows it. */
export interface DayOrderDecision {
  order?: DayOrder;
  /** One sentence for the report; absent where no such date is met. */
  why?: string;
}

const NUMERIC = /(?<![\d./:-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?![\d./-])/g;

/** Gathers evidence over every text of an archive: a number above 12 can only be a day. */
export class DayOrderEvidence {
  #dayFirst: string[] = [];
  #monthFirst: string[] = [];
  #open: string[] = [];

  look(text: string): void {
    for (const [written, first, mark, second] of text.matchAll(NUMERIC)) {
      const a = Number(first);
      const b = Number(second);
      if (a > 12 && a <= 31 && b <= 12) this.#dayFirst.push(written);
      else if (b > 12 && b <= 31 && a <= 12) this.#monthFirst.push(written);
      // Only those who write the day first put dots between the numbers.
      else if (mark === '.' && a <= 31 && b <= 12) this.#dayFirst.push(written);
      else if (a <= 12 && b <= 12) this.#open.push(written);
    }
  }

  decide(chosen?: DayOrder): DayOrderDecision {
    const open = this.#open[0];
    const [day, month] = [this.#dayFirst[0], this.#monthFirst[0]];
    if (chosen)
      return {
        order: chosen,
        ...(open !== undefined && { why: `${open} is read ${words(chosen)}, as the map file says` }),
      };
    if (day !== undefined && month !== undefined) {
      return {
        why: `days are written both ways (${day}, ${month}): those that can be read in two ways stay text; set dayOrder in the map file`,
      };
    }
    const order = day !== undefined ? 'day-first' : month !== undefined ? 'month-first' : undefined;
    if (order)
      return { order, why: `days such as ${open ?? day ?? month} are read ${words(order)}, as ${day ?? month} shows` };
    if (open === undefined) return {};
    return {
      why: `${open} can be read in two ways, and nothing in the archive shows which: it stays text; set dayOrder in the map file`,
    };
  }
}

function words(order: DayOrder): string {
  return order === 'day-first' ? 'day first' : 'month first';
}
