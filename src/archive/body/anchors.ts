/** Ids of the page around a body: no id in a body is one of them. Whoever adds an id to such a page adds it here. */
export const RESERVED_ANCHORS: ReadonlySet<string> = new Set([
  ...['main', 'contents', 'search', 'q', 'q-dialog', 'site', 'theme', 'footnote-label'],
  ...['facts', 'durations', 'timeline', 'causes', 'factors', 'chain', 'impact', 'signals', 'detection', 'mitigation'],
  ...['recovery', 'measures', 'lessons', 'actions', 'similar', 'related', 'recurrences', 'links', 'review'],
  ...['incidents', 'as-factor', 'others', 'search-sort'],
]);

/** Actions of the page, and notes of the body. */
const RESERVED_PREFIX = /^(?:action-|user-content-)/;

/** The headings of the page's own sections. */
const RESERVED_ENDING = /-h$/;

/** True for an id that the page around a body may use. */
export function isReserved(anchor: string): boolean {
  return RESERVED_ANCHORS.has(anchor) || RESERVED_PREFIX.test(anchor) || RESERVED_ENDING.test(anchor);
}

/**
 * The id in a body that `#written` means: itself, or, where it is one of the page's, with `-section` after it (`section-`
 * before it, where it is its beginning that is the page's).
 */
export function bodyAnchor(written: string): string {
  if (RESERVED_PREFIX.test(written)) return `section-${written}`;
  return isReserved(written) ? `${written}-section` : written;
}
