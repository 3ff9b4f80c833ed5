import { replaceItems, resultItem } from './list.ts';
import { noteText, statusText, UNAVAILABLE, WAITING } from './notes.ts';
import { type SearchSession, type Shown, sessionFor } from './session.ts';
import type { SearchState } from './state.ts';

const PAUSE = 200;

/** Results in the dialog; the search page has them all. */
const SHOWN = 6;

const sessions = new WeakMap<HTMLElement, SearchSession>();

function sessionOf(dialog: HTMLElement): SearchSession {
  const session = sessions.get(dialog) ?? sessionFor(dialog);
  sessions.set(dialog, session);
  return session;
}

/** Fetches the engine while the reader is still typing. */
export function warmSearch(dialog: HTMLElement): void {
  sessionOf(dialog).warm();
}

/** Brings the search dialog of a page to life; once. Its markup is SearchDialog.astro. */
export function startSearchDialog(dialog: HTMLDialogElement): void {
  if (dialog.dataset.started) return;
  dialog.dataset.started = 'true';
  const session = sessionOf(dialog);
  session.warm();
  const part = <T extends HTMLElement>(name: string): T => dialog.querySelector<T>(`[data-search="${name}"]`) as T;
  const field = part<HTMLInputElement>('field');
  const status = part('status');
  const list = part('list');
  const stale = dialog.querySelector<HTMLElement>('[data-search-stale]');
  let pause: number | undefined;

  const run = async (): Promise<void> => {
    const query = field.value.trim();
    if (!query) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    const show = (shown: Shown): void => {
      replaceItems(list, shown.views.map(resultItem));
    };
    // Once for each query: what is only the first part of an answer is shown, and not yet told.
    const tell = (shown: Shown): void => {
      const said = [statusText(shown.hits.length, query), ...shown.notes.map(noteText)];
      status.textContent = said.map((text) => text.replace(/[^.]$/, '$&.')).join(' ');
    };
    const tellWaiting = (): void => {
      status.textContent = WAITING;
    };
    try {
      const state: SearchState = { query, choices: {}, sort: 'relevance', shown: SHOWN };
      const found = await session.ask(state, tellWaiting);
      if (!found) return;
      if (stale) stale.hidden = true;
      show(found);
      const shown = await session.widen(state, found, tellWaiting);
      if (!shown) return;
      if (shown !== found) show(shown);
      tell(shown);
    } catch (error) {
      console.error(error);
      status.textContent = UNAVAILABLE;
      if (stale) stale.hidden = false;
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(run, PAUSE);
  });
  // The arrow keys go through the field and the results; Tab does too, by the order in the page.
  dialog.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [field, ...list.querySelectorAll<HTMLElement>('.which a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  dialog.addEventListener('click', (event) => {
    // A click on the dialog itself is a click beside what it holds.
    if (event.target === dialog) dialog.close();
  });
  if (field.value) run();
}
