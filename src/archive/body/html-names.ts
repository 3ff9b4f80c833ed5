/** Elements that have no content and no closing tag. */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/** Elements that hold words and no blocks. */
const PHRASING_ONLY = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'em', 'strong', 'b', 'i', 's', 'code', 'kbd', 'samp', 'var'],
  ...['sub', 'sup', 'q', 'span', 'strike', 'tt', 'rt', 'rp', 'ruby'],
]);

export function holdsWordsOnly(name: string): boolean {
  return PHRASING_ONLY.has(name);
}

/** Elements that stand in a line of words. */
const INLINE = new Set([
  ...['a', 'b', 'br', 'code', 'del', 'em', 'i', 'img', 'input', 'ins', 'kbd', 'q', 'ruby', 's', 'samp', 'span'],
  ...['strike', 'strong', 'sub', 'sup', 'tt', 'var'],
]);

export function isInline(name: string): boolean {
  return INLINE.has(name);
}
