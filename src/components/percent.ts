/** A place or a length in a picture, as a share of it from 0 to 1: `12.5%`. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
