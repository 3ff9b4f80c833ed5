/** Shows results that come after the page: the browser cannot find the place the reader had left by itself. */
export async function keepScroll(show: () => Promise<void>): Promise<void> {
  const left: unknown = history.state?.scroll;
  window.addEventListener('pagehide', () => history.replaceState({ scroll: window.scrollY }, ''));
  await show();
  if (typeof left === 'number') window.scrollTo(0, left);
}
