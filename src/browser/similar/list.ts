import { type ReasonRow, reasonRows } from '../../analysis/similar-reasons.ts';
import type { SimilarCard } from '../../site/similar-file.ts';
import { element, resultBeside } from '../search/list.ts';
import { type ResultView, stonesOf } from '../search/view.ts';
import type { SimilarHit } from './worker.ts';

/** What a list of results is made with. */
export interface ListPlace {
  /** Where incidents are, with the base path: `/incidents/`. */
  incidents: string;
  /** The site's scale, the worst first. */
  severities: readonly string[];
  /** Puts a line where it can be pasted; says whether it could. */
  copy(line: string, button: HTMLButtonElement): void;
}

/** What is read on the button that copies a line. */
export const COPY = 'Copy a line for the channel';

/** The part of such a button that is read; the other names the incident to a screen reader, as ten of them look alike. */
export function labelOf(button: HTMLButtonElement): Element {
  return button.firstElementChild ?? button;
}

/** The list item of one similar incident. */
export function similarItem({ id, card, reasons }: SimilarHit, place: ListPlace): HTMLLIElement {
  const href = `${place.incidents}${id}/`;
  const item = resultBeside(viewOf(card, href, place.severities), why(reasonRows(reasons)));
  const answer = item.firstElementChild ?? item;
  if (card.open) answer.append(openActions(card.open, href));
  const button = element('button', '', element('span', '', COPY), element('span', 'vh', `: ${card.title}`));
  button.type = 'button';
  button.addEventListener('click', () => place.copy(summaryLine(card, new URL(href, location.href).href), button));
  answer.append(element('p', 'copy', button));
  return item;
}

/** One line for the incident channel: what it was, what fixed it, how long it took, where to read on. */
export function summaryLine(card: SimilarCard, address: string): string {
  const facts = [card.severity, card.day, card.eased && `${card.eased} to mitigate`, card.took].filter(Boolean);
  const fixed = card.fixed ? ` Fixed by: ${card.fixed.replace(/[.\s]+$/, '')}.` : '';
  return `Similar: ${card.title.replace(/[.\s]+$/, '')} (${facts.join(', ')}).${fixed} ${address}`;
}

function viewOf(card: SimilarCard, href: string, severities: readonly string[]): ResultView {
  const { title, fixed, eased, took, day, severity, services, state } = card;
  const texts = (...all: (string | undefined)[]): string[] => all.filter((text) => text !== undefined);
  return {
    href,
    title: [{ text: title, marked: false }],
    took: texts(eased && `${eased} to mitigate`, took),
    facts: texts(day, services, state),
    missing: [],
    passage: [],
    ...(fixed && { fixed: [{ text: fixed, marked: false }] }),
    ...(severity && { severity: { id: severity, stones: stonesOf(severity, severities) } }),
  };
}

function why(rows: readonly ReasonRow[]): HTMLElement {
  const list = element('dl', 'why');
  for (const { label, values, isCode } of rows) {
    const said = isCode ? values.map((value) => element('mark', '', element('code', '', value))) : [values.join('; ')];
    list.append(element('dt', '', label), ...said.map((one) => element('dd', '', one)));
  }
  return element('div', 'reasons', element('span', 'lab', 'Why it matched'), list);
}

function openActions(open: NonNullable<SimilarCard['open']>, href: string): HTMLElement {
  const list = element('ul', 'still-open');
  for (const { id, what, due, late } of open) {
    const link = element('a', '', what);
    link.href = `${href}#action-${id}`;
    list.append(
      element('li', '', 'Still open: ', link, ...(due ? [' ', element('span', late ? 'late' : '', due)] : [])),
    );
  }
  return list;
}
