import type { TextPart } from './excerpt.ts';
import type { ResultView } from './view.ts';

/** Elements are made by name and filled with text: nothing that a page or a query says is ever read as markup. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function text(parts: readonly TextPart[]): (Node | string)[] {
  return parts.map((part) => (part.marked ? element('mark', '', part.text) : part.text));
}

/** Puts `items` in place of what `list` holds. Whoever is at a link of the list stays at it, if it is there again. */
export function replaceItems(list: HTMLElement, items: readonly HTMLElement[]): void {
  const at = list.contains(document.activeElement) ? document.activeElement : null;
  list.replaceChildren(...items);
  if (!(at instanceof HTMLAnchorElement)) return;
  const again = [...list.querySelectorAll('a')].find(({ href }) => href === at.href);
  again?.focus({ preventScroll: true });
}

/** The list item of one result: what fixed it, then which page it is, when, how bad and how long; beside it the passage. */
export function resultItem(view: ResultView): HTMLLIElement {
  return resultBeside(view, passageItem(view));
}

/** The list item of one result, with something else than the passage beside it. */
export function resultBeside(view: ResultView, beside: HTMLElement): HTMLLIElement {
  const link = element('a', '', ...text(view.title));
  link.href = view.href;
  const answer = element('div', '');
  if (view.fixed) {
    answer.append(element('p', 'did', element('span', 'lab', 'What fixed it'), ...text(view.fixed)));
  } else if (view.kind) {
    answer.append(element('p', 'what', view.kind));
  }
  answer.append(element('p', 'which', link));
  const facts = view.facts.map((fact) => element('span', '', fact));
  if (view.severity) facts.unshift(severity(view.severity));
  if (facts.length > 0) answer.append(element('p', 'meta', ...facts.flatMap((fact) => [fact, ' '])));

  if (view.missing.length > 0) answer.append(element('p', 'lacks', `Without ${view.missing.join(', ')}`));

  if (view.instead) {
    const said = view.instead.map(({ from, text }) => `“${text}” for “${from}”`);
    answer.append(element('p', 'lacks', `Says ${said.join(', ')}`));
  }

  const item = element('li', '', answer, beside);
  const [first, ...others] = view.took;
  if (first !== undefined) {
    const [, figure = first, unit = ''] = /^(.*\d\s*[a-z]+)(\s+to\s.*)$/.exec(first) ?? [];
    item.append(
      element(
        'p',
        'took',
        element('b', '', figure),
        unit,
        ...others.flatMap((more) => [' ', element('span', '', more)]),
      ),
    );
  }
  return item;
}

function passageItem(view: ResultView): HTMLElement {
  const passage = element('p', 'passage');
  if (view.section) {
    const section = element('a', '', view.section.title);
    section.href = view.section.href;
    passage.append(section, ' ');
  }
  passage.append(...text(view.passage));
  return passage;
}

/** The pile of stones of a severity, with its word. */
function severity({ id, stones }: NonNullable<ResultView['severity']>): HTMLElement {
  const pile = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  pile.setAttribute('viewBox', '0 0 14 12');
  pile.setAttribute('aria-hidden', 'true');
  for (const [row, [x, width]] of [
    [0, 14],
    [2, 10],
    [3, 8],
    [5, 4],
  ].entries()) {
    const stone = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    stone.setAttribute('x', String(x));
    stone.setAttribute('y', String(10 - 3 * row));
    stone.setAttribute('width', String(width));
    stone.setAttribute('height', '2');
    if (row >= stones) stone.setAttribute('class', 'off');
    pile.append(stone);
  }
  const label = element('span', `sev sev${5 - stones}`);
  label.append(pile, id);
  return label;
}
