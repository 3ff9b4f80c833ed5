/** The rules of a body, each with what it demands. */
export const BODY_RULES = {
  'body-size': 'A body is neither too long nor nested too deeply to be read.',
  'callout-kind': 'A callout is of a kind that there is.',
  'component-attribute': 'A component has the attributes that it needs, no others, and values that it can use.',
  'component-content': 'A component stands where it belongs, and around what it can hold.',
  'html-not-allowed': 'HTML holds only what GitHub keeps of it.',
  'link-address': 'A link leads to the web, to a mail address, or by relative path to a record.',
  'link-fragment': 'A link to a heading names one that the text has.',
  'link-to-absent': 'A link leads to an incident that is in this build.',
  'mdx-syntax': 'In .mdx each tag is closed, and nothing else looks like one.',
  'no-code': 'A postmortem runs no code: no import, no export, no expression.',
  'picture-address': 'A picture lies beside its file.',
  'picture-alt': 'A picture has words for those who cannot see it.',
  'picture-elsewhere': 'A picture is part of the archive: one on another site becomes a link.',
  'picture-file': 'The file of a picture is a picture, and safe to show.',
  'picture-missing': 'A picture exists.',
  'timeline-item': 'An item of a timeline starts with its time.',
  'unknown-component': 'A component is one that Cairn ships.',
} as const;

export type BodyRule = keyof typeof BODY_RULES;
