import { fitsAddress } from '../address-length.ts';
import { takeCarriedText } from '../carried-text.ts';
import { keepScroll } from '../keep-scroll.ts';
import { element } from '../search/list.ts';
import { cleanedParts, droppedSummary, droppedTexts, isAllNoise, nameOfKind } from './cleaned.ts';
import type { Lack } from './fetch-index.ts';
import { COPY, type ListPlace, labelOf, similarItem } from './list.ts';
import { ALL_NOISE, answerNotes, countText, furtherText, LOOKING, lackText, NO_ANSWER } from './notes.ts';
import { similarSession } from './session.ts';
import { readSimilarState, type SimilarState, writeSimilarState } from './state.ts';
import type { SimilarAnswer } from './worker.ts';

/** How long a pause in typing means that the text is meant, in milliseconds. */
const PAUSE = 250;

/** So much of a paste is shown again, and so many of the things that were dropped from it. */
const SHOWN_LENGTH = 1000;
const SHOWN_DROPPED = 24;

/** A paste of more lines, or of more characters, is shown again only to who asks: the results come first. */
const SHORT_LINES = 3;
const SHORT_LENGTH = 400;

/** Brings the page of similar incidents to life. Its markup is SimilarPage.astro. */
export function startSimilarPage(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = root.querySelector<T>(`[data-similar="${name}"]`);
    if (!found) throw new Error(`The page of similar incidents has no part "${name}"`);
    return found;
  };
  const { index = '/similar/', incidents = '/incidents/', search = '/search/', severities = '' } = root.dataset;
  const session = similarSession(index);
  const field = part<HTMLTextAreaElement>('field');
  const status = part('status');
  const results = part('results');
  let state: SimilarState = { text: '', keep: [] };
  let pause: number | undefined;
  let isLacking = false;
  let isOpen: boolean | undefined;
  let copied: HTMLButtonElement | undefined;

  const say = (text: string, isSeen: boolean): void => {
    status.textContent = text;
    status.classList.toggle('vh', !isSeen);
  };

  const place: ListPlace = {
    incidents,
    severities: severities.split(' '),
    async copy(line, button) {
      try {
        await navigator.clipboard.writeText(line);
        if (copied) labelOf(copied).textContent = COPY;
        copied = button;
        labelOf(button).textContent = 'Copied';
        say('Copied.', false);
      } catch {
        // Without a secure origin there is no clipboard; the reader can still take the line.
        const taken = element('textarea', 'line', line);
        taken.readOnly = true;
        taken.rows = 3;
        taken.setAttribute('aria-label', 'A line for the channel');
        button.replaceWith(taken);
        taken.focus();
        taken.select();
      }
    },
  };

  const showCleaned = (text: string, { cleaned }: SimilarAnswer): void => {
    const dropped = droppedTexts(text, cleaned);
    part('cleaned').hidden = dropped.length === 0 || isAllNoise(text, cleaned);
    part<HTMLDetailsElement>('cleaned').open = isOpen ?? (!isNarrow() && isShort(text));
    part('cleaned-summary').textContent = `What was cleaned from it: ${droppedSummary(cleaned.pieces) || 'nothing'}`;
    const rest = text.length - SHOWN_LENGTH;
    part('line').replaceChildren(
      ...cleanedParts(text, cleaned, SHOWN_LENGTH).map((one) => element(one.dropped ? 'del' : 'ins', '', one.text)),
      ...(rest > 0 ? [` … and ${rest.toLocaleString('en')} characters more, cleaned the same way`] : []),
    );
    const more = dropped.length - SHOWN_DROPPED;
    part('dropped').replaceChildren(
      ...dropped.slice(0, SHOWN_DROPPED).map((one) => element('li', '', putBackButton(one))),
      ...(more > 0 ? [element('li', 'none', `and ${more} more`)] : []),
    );
  };

  const putBackButton = ({ kind, text, starts, dropped }: ReturnType<typeof droppedTexts>[number]): HTMLElement => {
    const button = element('button', '', `${nameOfKind(kind)} `, element('code', '', text));
    button.type = 'button';
    button.dataset.starts = starts.join(' ');
    button.setAttribute('aria-pressed', String(!dropped));
    button.addEventListener('click', async () => {
      const others = state.keep.filter((start) => !starts.includes(start));
      await ask({ text: state.text, keep: dropped ? [...others, ...starts].sort((a, b) => a - b) : others });
      part('dropped')
        .querySelector<HTMLElement>(`[data-starts="${starts.join(' ')}"]`)
        ?.focus();
    });
    return button;
  };

  const showAddress = (address: string): void => {
    if (address !== location.search) history.replaceState(history.state, '', `${location.pathname}${address}`);
  };

  const showAnswer = (text: string, answer: SimilarAnswer): void => {
    showCleaned(text, answer);
    part('count').textContent = countText(answer);
    part('order').hidden = answer.near.length === 0;
    part('none-of-these').hidden = answer.near.length === 0;
    const notes = [...(isAllNoise(text, answer.cleaned) ? [ALL_NOISE] : []), ...answerNotes(answer)];
    part('notes').replaceChildren(...notes.map((note) => element('p', '', note)));
    part('near').replaceChildren(...answer.near.map((hit) => similarItem(hit, place)));
    const further = part<HTMLOListElement>('further');
    further.replaceChildren(...answer.further.map((hit) => similarItem(hit, place)));
    further.start = answer.near.length + 1;
    further.style.counterReset = `hit ${answer.near.length}`;
    part('divide').hidden = answer.further.length === 0;
    part('divide').textContent = furtherText(answer.leftOut);
    const address = writeSimilarState(state, answer.cleaned.kept);
    part<HTMLAnchorElement>('link').href = `${location.pathname}${address}`;
    part('link').textContent = fitsAddress(text) ? 'Link to this search' : 'Link to the beginning of this search';
    part<HTMLAnchorElement>('search').href = `${search}${writeSimilarState({ text, keep: [] }, answer.cleaned.kept)}`;
    showAddress(address);
    results.hidden = false;
    say(countText(answer), false);
  };

  const showLack = (lack: Lack): void => {
    results.hidden = true;
    part('cleaned').hidden = true;
    part('lack').hidden = false;
    isLacking = true;
    // Whoever loads the page anew must not have to paste again.
    const address = writeSimilarState(state, state.text);
    part<HTMLAnchorElement>('anew').href = `${location.pathname}${address}`;
    part<HTMLAnchorElement>('search-instead').href = `${search}${address}`;
    showAddress(address);
    part('lack-text').textContent = lackText(lack);
    say(NO_ANSWER, true);
  };

  const ask = async (next: SimilarState): Promise<void> => {
    state = next;
    if (!state.text) {
      results.hidden = true;
      part('cleaned').hidden = true;
      say('', true);
      part('lack').hidden = true;
      showAddress('');
      return;
    }
    try {
      const reply = await session.ask(state.text, state.keep, () => say(LOOKING, true));
      if (!reply) return;
      part('lack').hidden = true;
      isLacking = false;
      if ('lack' in reply) showLack(reply.lack);
      else showAnswer(state.text, reply.answer);
    } catch (error) {
      console.error(error);
      showLack('page-is-old');
    }
  };

  const typed = (): void => {
    clearTimeout(pause);
    const text = field.value.trim();
    if (text !== state.text) ask({ text, keep: [] });
  };

  const fromAddress = (): Promise<void> => {
    const asked = readSimilarState(location.search);
    if (asked.text || !field.value) field.value = asked.text;
    return ask(asked.text ? asked : { text: field.value.trim(), keep: [] });
  };

  root.querySelector('[data-similar="late"]')?.remove();
  field.addEventListener('focus', () => session.warm(), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(typed, PAUSE);
  });
  const form = part<HTMLFormElement>('form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // What could not be answered may be asked again.
    if (isLacking && field.value.trim() === state.text) ask(state);
    else typed();
  });
  window.addEventListener('popstate', fromAddress);
  part('cleaned-summary').addEventListener('click', () => {
    isOpen = !part<HTMLDetailsElement>('cleaned').open;
  });
  const carried = takeCarriedText(form);
  if (carried) field.value = carried;
  keepScroll(fromAddress);
}

function isNarrow(): boolean {
  return window.matchMedia('(max-width: 56rem)').matches;
}

function isShort(text: string): boolean {
  return text.length <= SHORT_LENGTH && text.split('\n').length <= SHORT_LINES;
}
