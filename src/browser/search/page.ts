import { takeCarriedText } from '../carried-text.ts';
import { keepScroll } from '../keep-scroll.ts';
import { replaceItems, resultItem } from './list.ts';
import { noteText, statusText, UNAVAILABLE, WAITING } from './notes.ts';
import { cleanQuery } from './paste.ts';
import { type Shown, sessionFor } from './session.ts';
import { FACETS, LONGEST_QUERY, readState, type SearchState, STEP, writeState } from './state.ts';

/** How long a pause in typing means that the query is meant, in milliseconds. */
const PAUSE = 200;

/** Brings the search page to life. Its markup is SearchPage.astro. */
export function startSearchPage(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = root.querySelector<T>(`[data-search="${name}"]`);
    if (!found) throw new Error(`The search page has no part "${name}"`);
    return found;
  };
  const session = sessionFor(root);
  const form = part<HTMLFormElement>('form');
  const field = part<HTMLInputElement>('field');
  const sort = part<HTMLSelectElement>('sort');
  const status = part('status');
  const list = part('list');
  const more = part<HTMLButtonElement>('more');
  const clear = part<HTMLButtonElement>('clear');
  const boxes = [...root.querySelectorAll<HTMLInputElement>('[data-facet] input')];
  let state = readState(location.search);
  let pause: number | undefined;

  const showControls = (): void => {
    // A field of one line would join the lines of a paste without a space.
    field.value = state.query.replace(/\s+/g, ' ');
    sort.value = state.sort;
    for (const box of boxes) box.checked = chosen(state, box);
  };

  const showCounts = ({ counts }: Shown): void => {
    for (const box of boxes) {
      const count = counts[box.name]?.[box.value] ?? 0;
      const row = box.closest('li');
      if (row) row.hidden = count === 0 && !box.checked;
      box.parentElement?.querySelector('[data-count]')?.replaceChildren(String(count));
    }
    for (const facet of root.querySelectorAll<HTMLElement>('[data-facet]')) {
      facet.hidden = facet.querySelector('li:not([hidden])') === null;
    }
    clear.hidden = Object.keys(state.choices).length === 0;
    sort.disabled = state.query === '';
  };

  const showResults = (shown: Shown): void => {
    replaceItems(list, shown.views.map(resultItem));
    part('notes').replaceChildren(...shown.notes.map((note) => paragraph(noteText(note))));
    if (shown.hits.length > 0) part('nothing').hidden = true;
    const left = shown.hits.length - shown.views.length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, STEP)} more`;
    showCounts(shown);
  };

  /** Once for each query: what is only the first part of an answer is shown, and not yet told. */
  const tell = ({ hits }: Shown): void => {
    part('nothing').hidden = hits.length > 0;
    status.textContent = statusText(hits.length, state.query);
  };

  const tellWaiting = (): void => {
    status.textContent = WAITING;
  };

  const run = async (): Promise<void> => {
    try {
      const found = await session.ask(state, tellWaiting);
      if (!found) return;
      showResults(found);
      part('results').hidden = false;
      part('stale').hidden = true;
      const shown = await session.widen(state, found, tellWaiting);
      if (!shown) return;
      if (shown !== found) showResults(shown);
      tell(shown);
    } catch (error) {
      console.error(error);
      status.textContent = UNAVAILABLE;
      part('results').hidden = true;
      part('stale').hidden = false;
    }
    root.querySelector('[data-search="late"]')?.remove();
  };

  const go = (next: SearchState, how: 'push' | 'replace'): Promise<void> => {
    state = next;
    const address = `${location.pathname}${writeState({ ...state, query: forAddress(state.query) })}`;
    if (address !== `${location.pathname}${location.search}`) {
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
    }
    return run();
  };

  const typed = (): void => {
    clearTimeout(pause);
    const query = field.value.trim();
    if (query !== state.query) go({ ...state, query, shown: STEP }, 'replace');
  };
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(typed, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    typed();
  });
  sort.addEventListener('change', () => go({ ...state, sort: sort.value === 'date' ? 'date' : 'relevance' }, 'push'));
  for (const box of boxes) {
    box.addEventListener('change', () => go({ ...state, choices: choicesOf(boxes), shown: STEP }, 'push'));
  }
  clear.addEventListener('click', () => {
    go({ ...state, choices: {}, shown: STEP }, 'push');
    showControls();
    field.focus();
  });
  more.addEventListener('click', async () => {
    const before = list.childElementCount;
    await go({ ...state, shown: state.shown + STEP }, 'replace');
    list.children[before]?.querySelector('a')?.focus();
  });
  window.addEventListener('popstate', () => {
    state = readState(location.search);
    showControls();
    run();
  });
  // Where there is one column, the results come first.
  part<HTMLDetailsElement>('facets').open = !window.matchMedia('(max-width: 56rem)').matches;
  keepScroll(async () => {
    const query = takeCarriedText(form);
    if (query) state = { ...state, query };
    showControls();
    await go(state, 'replace');
  });
}

function chosen({ choices }: SearchState, { name, value }: HTMLInputElement): boolean {
  return choices[name as keyof typeof choices]?.includes(value) ?? false;
}

function choicesOf(boxes: readonly HTMLInputElement[]): SearchState['choices'] {
  const choices: SearchState['choices'] = {};
  for (const facet of FACETS) {
    const values = boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value);
    if (values.length > 0) choices[facet] = values.sort();
  }
  return choices;
}

/** A long paste goes into the address as the words that were searched, as many as fit. */
function forAddress(query: string): string {
  if (query.length <= LONGEST_QUERY) return query;
  const words: string[] = [];
  for (const word of cleanQuery(query).words) {
    if ([...words, word].join(' ').length > LONGEST_QUERY) break;
    words.push(word);
  }
  return words.join(' ');
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
