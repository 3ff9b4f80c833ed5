/** Servers refuse addresses of about 8,000 bytes. */
const LONGEST = 6000;

/** True if a text can stand in an address as it is. */
export function fitsAddress(text: string): boolean {
  return encodedLength(text) <= LONGEST;
}

/** As much of the beginning of a text as can stand in an address. A character may take up to twelve bytes there. */
export function beginningForAddress(text: string): string {
  let beginning = '';
  let length = 0;
  for (const character of text) {
    length += encodedLength(character);
    if (length > LONGEST) break;
    beginning += character;
  }
  return beginning.toWellFormed();
}

/** As forms and addresses of this site write it: brackets and quotes take more room than `encodeURIComponent` gives them. */
function encodedLength(text: string): number {
  return new URLSearchParams([['', text]]).toString().length - '='.length;
}
