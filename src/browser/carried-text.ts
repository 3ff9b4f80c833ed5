/**
 * Lets a text that is too long for an address wait in the storage of the tab, under the address of the page that answers it.
 * False if it cannot be stored.
 */
export function carryText({ action }: HTMLFormElement, text: string): boolean {
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
