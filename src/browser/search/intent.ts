import { beginningForAddress, fitsAddress } from '../address-length.ts';
import { carryText } from '../carried-text.ts';

// On every page: the keys that lead to the search, and nothing of the search itself until one of them is used.

const FIELD = '[data-search-field]';

/** A field that a page answers by itself; it needs nothing of the search. */
const OWN = '[data-own-answer]';

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search-dialog]');

const visibleField = (within: string): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>(`${within} ${FIELD}`)].find((field) => field.checkVisibility());

const focusField = (field: HTMLInputElement): void => {
  field.focus();
  field.select();
};

const loaded = (): Promise<typeof import('./dialog.ts')> => import('./dialog.ts');

async function openDialog(): Promise<void> {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  try {
    (await loaded()).startSearchDialog(dialog);
  } catch {
    // This page is older than the site: its scripts are gone. A page loaded now has those that are there.
    dialog.querySelector('[data-search-stale]')?.removeAttribute('hidden');
  }
}

document.addEventListener('keydown', (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  const typing = target.closest('input, textarea, select, [contenteditable]') !== null;
  const command =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.defaultPrevented || event.isComposing || !(command || slash) || dialog?.open) return;
  const field = visibleField('main') ?? (slash ? visibleField('') : undefined);
  if (!field && !dialog) return;
  event.preventDefault();
  if (field) focusField(field);
  else openDialog();
});

// The field of the first page has room for several lines; Enter asks all the same, and Shift-Enter begins a new one.
document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  if (!(target instanceof HTMLTextAreaElement) || !target.matches(FIELD)) return;
  event.preventDefault();
  target.form?.requestSubmit();
});

document.addEventListener(
  'focusin',
  ({ target }) => {
    if (!(target instanceof Element) || !target.matches(FIELD) || target.matches(OWN) || !dialog) return;
    loaded().then(
      ({ warmSearch }) => warmSearch(dialog),
      () => {},
    );
  },
  { passive: true },
);

document.addEventListener('submit', (event) => {
  const form = event.target;
  const field = form instanceof HTMLFormElement && form.querySelector<HTMLInputElement>(FIELD);
  if (!field || event.defaultPrevented || fitsAddress(field.value)) return;
  event.preventDefault();
  // Where storage is refused, the beginning is better than the server's refusal of the whole.
  const query = new URLSearchParams({ [field.name]: beginningForAddress(field.value) });
  location.assign(carryText(form, field.value) ? form.action : `${form.action}?${query}`);
});
