import fc from 'fast-check';

/** What an edit may change in a written file: what is not named here stays as it is. */
export interface Wanted {
  status?: string;
  published?: string;
  /** The day on which its action A1 is done. */
  done?: string;
  /** One more alias. */
  alias?: string;
  /** The id of the postmortem beside it that it refers to; as it is, `other`. */
  cites?: string;
}

/** Stands for the line end of a line that an edit puts in: that of the line it is made in. */
export const NEW_LINE = '\uE000';

/**
 * A key of a front matter in one of the ways in which people write it, with the comments above it: as it is, or as it is to be
 * once it says what is wanted. `line` is what an edit puts in where the key was not written.
 */
export interface Part {
  key: string;
  text(wanted: Wanted): string;
  line?(wanted: Wanted): string | undefined;
  /** True where the value keeps the line ends after it. */
  keeps?: boolean;
}

const COMMENTS = ['', '', '# above\n', '# one\n# two: x\n', '\n', '\n# apart\n\n'];

/** Words as a value, in each notation; some keep their blank lines. */
const WORDS: readonly { text: string; keeps?: boolean }[] = [
  { text: " 'As [then](other.md), \u{1F534} at other#A1.' # c" },
  { text: ' >-\n  As\n  [then](./other.md "t")\n\n  and other#A1' },
  { text: ' "\\U0001F534\\t[a](other.md#action-A1)"' },
  { text: ' It broke.' },
  { text: " 'It''s down, \"so\".'  # why" },
  { text: ' "tab\\tand \\"quotes\\" \u{1F534}"' },
  { text: "   'two words'   # c" },
  { text: ' >-\n  folded \u{1F534}\n  text\n\n  twice' },
  { text: ' |-  # no comment\n  # literal\tx\n    deeper' },
  { text: ' |+\n  kept\n\n', keeps: true },
  { text: ' two\n  lines' },
  { text: ' a\ttab é' },
];

const words = (key: string): fc.Arbitrary<Part> =>
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...COMMENTS)).map(([{ text, keeps }, above]) => ({
    key,
    text: ({ cites = 'other' }) => `${above}${key}:${text.replace(/other(?=\.md|#)/g, cites)}\n`,
    ...(keeps && { keeps }),
  }));

/** One of several ways to write a key. */
const oneOf = (key: string, ...ways: ((wanted: Wanted) => string)[]): fc.Arbitrary<Part> =>
  fc
    .tuple(fc.constantFrom(...ways), fc.constantFrom(...COMMENTS))
    .map(([way, above]) => ({ key, text: (wanted) => `${above}${way(wanted)}\n` }));

const absent = (key: string, line: (wanted: Wanted) => string | undefined): fc.Arbitrary<Part> =>
  fc.constant({ key, text: () => '', line });

const STATUS = fc.oneof(
  oneOf(
    'status',
    ({ status = 'draft' }) => `status: ${status}`,
    ({ status = 'review' }) => `status:   ${status}  \t# not yet`,
    ({ status = 'draft' }) => `status: '${status}'`,
    ({ status = 'draft' }) => `"status" : "${status}"# c`.replace('"# c', '" # c'),
    ({ status = 'draft' }) => `status: >- # folded\n  ${status}`,
    ({ status = 'draft' }) => `status:\n  ${status}`,
    ({ status }) => `status:${status ? ` ${status}` : ''}`,
    ({ status }) => `status:${status ? ` ${status}` : ''}   # to come`,
  ),
  absent('status', ({ status }) => status && `status: ${status}`),
);

const ALIASES = fc.oneof(
  oneOf(
    'aliases',
    ({ alias }) => `aliases: [INC-1${alias ? `, ${alias}` : ''}] # c`,
    ({ alias }) => `aliases: [ 'INC 1' , "INC-2"${alias ? `, ${alias}` : ''} , ]`,
    ({ alias }) => `aliases: [${alias ?? ''}]`,
    ({ alias }) => `aliases:${alias ? ` [${alias}]` : ''} # none`,
    ({ alias }) => `aliases:\n  - "INC-1" # the ticket${alias ? `${NEW_LINE}  - ${alias}` : ''}`,
    ({ alias }) => `aliases:\n# the ticket\n- INC-1\n-   'INC 2'${alias ? `${NEW_LINE}- ${alias}` : ''}`,
    ({ alias }) => `aliases:\n  [\n    INC-1${alias ? `, ${alias}` : ''}, # c\n  ]`,
  ),
  absent('aliases', ({ alias }) => alias && `aliases: [${alias}]`),
);

const flow = (status: string, { done }: Wanted): string => `status: ${status}${done ? `, closed: ${done}` : ''}`;
const ACTIONS = oneOf(
  'actions',
  ({ done }) =>
    `actions:\n  - id: A1\n    what: Alert  \n    owner: core\n    priority: P1\n    status: ${done ? 'done' : 'open'}  # c${
      done ? `${NEW_LINE}    closed: ${done}` : ''
    }\n    ticket: T-1\n  - id: A2\n    what: Other\n    owner: core\n    priority: P2\n    status: open`,
  ({ done }) =>
    `actions:\n-   what: >-\n      Alert on\n      it\n    id: 'A1'\n    status: "${done ? 'done' : 'doing'}"${
      done ? `${NEW_LINE}    closed: ${done}` : ''
    }\n    # who\n    owner: core\n    priority: P1`,
  (wanted) =>
    `actions:\n  - { id: A1, what: "Alert, now", owner: core, priority: P1, ${flow(wanted.done ? 'done' : 'open', wanted)} } # c`,
  (wanted) =>
    `actions: [ {id: A0, what: x, owner: core, priority: P1, status: open}, {id: "A1", what: y, owner: core,\n    ${flow(
      wanted.done ? "'done'" : "'open'",
      wanted,
    )}, # c\n    priority: P1, } ]`,
  ({ done }) =>
    `actions:\n  - id: A1\n    what: Alert\n    owner: core\n    priority: P1\n    status: ${done ? 'done' : 'open'}\n    closed:${
      done ? ` ${done}` : ''
    } # day`,
);

const PUBLISHED = fc.oneof(
  oneOf(
    'published',
    () => 'published: 2024-03-02',
    () => "published: '2024-03-02' # said so",
  ),
  absent('published', ({ published }) => published && `published: ${published}`),
);

/** Every key of a postmortem that may be published, in the order of the model. */
export const PARTS: fc.Arbitrary<Part>[] = [
  words('title'),
  STATUS,
  oneOf(
    'severity',
    () => 'severity: SEV4',
    () => 'severity: "SEV4"',
  ),
  words('summary'),
  oneOf(
    'services',
    () => 'services: [shop]',
    () => 'services:\n  - shop',
  ),
  ALIASES,
  oneOf(
    'started',
    () => 'started: 2024-03-01T10:00Z',
    () => "started:  '2024-03-01T10:00Z'",
  ),
  oneOf('resolved', () => 'resolved: 2024-03-01T11:00Z'),
  oneOf(
    'signals',
    () => 'signals:\n  - |-\n    ERROR:\tx # y\n\n    ---\n  - "a: b"',
    () => "signals: ['a: b', c#d]",
  ),
  oneOf('causes', () => 'causes: unknown'),
  words('mitigation'),
  ACTIONS,
  oneOf(
    'related',
    () => 'related: []',
    ({ cites = 'other' }) => `related: [${cites}] # c`,
    ({ cites = 'other' }) => `related:\n# once\n-   '${cites}'  # c`,
    ({ cites = 'other' }) => `related:\n  - >-\n    ${cites}`,
  ),
  oneOf(
    'recurrenceOf',
    ({ cites = 'other' }) => `recurrenceOf: ${cites}`,
    ({ cites = 'other' }) => `recurrenceOf:\n  "${cites}" # again`,
    () => 'recurrenceOf: # not known',
  ),
  PUBLISHED,
  oneOf(
    'tags',
    () => 'tags: [a, b] # c',
    () => 'tags:\n- a\n# of b\n- b',
  ),
];
