/** Ids of the page around a body: no id in a body is one of them. Whoever adds an id to such a page adds it here. */
export const RESERVED_ANCHORS: ReadonlySet<string> = new Set([
  ...['main', 'contents', 'search', 'q', 'q-top', 'q-dialog', 'site', 'theme', 'footnote-label'],
  ...['facts', 'durations', 'timeline', 'causes', 'factors', 'chain', 'impact', 'signals', 'detection', 'mitigation'],
  ...[
    'recovery',
    'measures',
    'lessons',
    'actions',
    'similar',
    'related',
    'incidents',
    'others',
    'as-factor',
    'recurrences',
    'links',
    'review',
  ],
]);

const RESERVED_PREFIX = /^(?:action-|user-content-)/;

/** True for an id that the page around a body may use. */
export function isReserved(anchor: string): boolean {
  return RESERVED_ANCHORS.has(anchor) || RESERVED_PREFIX.test(anchor);
}

/** The id in a body that `#written` means: itself, or with `-section` after it where the page has an id of that name. */
export function bodyAnchor(written: string): string {
  return isReserved(written) ? `${written}-section` : written;
}
