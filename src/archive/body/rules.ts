/** What can be wrong with a body, by rule: what each rule is about, in a few words. */
export const BODY_RULES = {
  'body-size': 'A body that is too long, or nested too deeply, to be read.',
  'callout-kind': 'A quote that looks like a callout and is none.',
  'component-attribute': 'An attribute that a component does not know, lacks, or cannot use.',
  'component-content': 'A component in the wrong place, or around what it cannot hold.',
  'html-not-allowed': 'HTML outside of the allow-list.',
  'link-address': 'A link to an address that a postmortem cannot link to.',
  'link-fragment': 'A link to a heading that the text does not have.',
  'link-to-absent': 'A link to an incident that this build leaves out.',
  'mdx-syntax': 'Text in .mdx that is read as a tag and is none, or a tag that is not closed.',
  'no-code': 'An import, an export, an expression: a postmortem cannot run code.',
  'picture-address': 'A picture that does not lie beside its file.',
  'picture-alt': 'A picture without words for those who cannot see it.',
  'picture-elsewhere': 'A picture on another site, which becomes a link.',
  'picture-file': 'A file that is no picture, or not a safe one.',
  'picture-missing': 'A picture that does not exist.',
  'timeline-item': 'An item of a timeline that does not start with its time.',
  'unknown-component': 'A component that Cairn does not ship.',
} as const;

export type BodyRule = keyof typeof BODY_RULES;
