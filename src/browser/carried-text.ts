/** Servers refuse addresses of about 8,000 bytes. */
const LONGEST_QUERY = 6000;

/**
 * Lets a text that is too long for an address wait in the storage of the tab, under the address of the page that answers it.
 * False if it fits into the address, or cannot be stored.
 */
export function carryText({ action }: HTMLFormElement, text: string): boolean {
  if (encodeURIComponent(text.toWellFormed()).length <= LONGEST_QUERY) return false;
  try {
    sessionStorage.setItem(action, text);
    return true;
  } catch {
    return false;
  }
}

/** What was carried to the page of this form, once; undefined if nothing was. */
export function takeCarriedText({ action }: HTMLFormElement): string | undefined {
  try {
    const text = sessionStorage.getItem(action)?.trim();
    sessionStorage.removeItem(action);
    return text;
  } catch {
    return undefined;
  }
}
