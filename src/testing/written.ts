import fc from 'fast-check';
import { postmortemSchema } from '../model/postmortem.ts';

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
const NEW_LINE = '\uE000';

/**
 * A key of a front matter in one of the ways in which people write it, with the comments above it: as it is, or as it is to be
 * once it says what is wanted. `line` is what an edit puts in where the key was not written.
 */
interface Part {
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

const PARTS: fc.Arbitrary<Part>[] = [
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

const ORDER = Object.keys(postmortemSchema.shape);

/** A postmortem that may be published, in one of the ways in which people write it. */
export interface Written {
  /** True where `published` is written already. */
  hasPublished: boolean;
  /** The file as it is to be once it says what is wanted; without anything wanted, as it is. */
  render(wanted?: Wanted): string;
}

/** What has to stand around such a file, for nothing to be wrong with it. */
export const AROUND = {
  'postmortems/other.md':
    '---\ntitle: Other\nstatus: review\nstarted: 2024-02-01T10:00Z\nactions: [{ id: A1, what: x }]\n---\n',
  'services/shop.yaml': 'name: Shop\n',
  'teams/core.yaml': 'name: Core\n',
};

/** Files that say the same in every notation, order, and line end, with and without a byte order mark. */
export const written: fc.Arbitrary<Written> = fc
  .record({
    parts: fc.tuple(...PARTS),
    shuffled: fc.boolean(),
    order: fc.shuffledSubarray(
      PARTS.map((_, index) => index),
      { minLength: PARTS.length },
    ),
    foot: fc.constantFrom('', '# foot\n', '\n'),
    body: fc.constantFrom(
      '',
      '\nIt broke.\n',
      '\n\tcode\n\n\u{1F534} status: draft\n---\n',
      '\u{1F534}\t[a](other.md) <a href="other.md#action-A1">b</a> other#A1 [c][c]\n\n[c]: <other.md>\n',
      'no end',
    ),
    ends: fc.oneof(
      fc.constantFrom(['\n'], ['\r\n'], ['\r']),
      fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 2, maxLength: 9 }),
    ),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({ parts, shuffled, order, foot, body, ends, mark }) => {
    const inOrder = shuffled ? order.flatMap((index) => parts[index] ?? []) : parts;
    return {
      hasPublished: parts.some(({ key, line }) => key === 'published' && !line),
      render(wanted = {}) {
        const front = inOrder.map((part) => part.text(wanted) + linesAfter(part, inOrder, wanted)).join('');
        return (
          mark +
          withEnds(
            `---\n${front}${foot}---\n${body.replace(/other(?=\.md|#)/g, wanted.cites ?? 'other')}`
              .replace(MOVED_END, `${NEW_LINE}$1\n`)
              .replace(MOVED_LINE, '$2$1'),
            ends,
          )
        );
      },
    };
  });

/** Lines that an edit puts in after a part stand before the end of its last line, which then ends the last of them. */
const MOVED_END = /\n\uE001([^\uE001]*)\uE001/g;

/** After a value that keeps its line ends, empty lines are its own too. */
const MOVED_LINE = /\uE002([^\uE002]*)\uE002(\n*)/g;

function linesAfter(part: Part, parts: readonly Part[], wanted: Wanted): string {
  const written = parts.filter(({ line }) => !line).map(({ key }) => key);
  const followers = parts.filter(({ key, line }) => line?.(wanted) && predecessor(key, written) === part.key);
  return followers
    .map(({ line }) => (part.keeps ? `\uE002${line?.(wanted)}${NEW_LINE}\uE002` : `\uE001${line?.(wanted)}\uE001`))
    .join('');
}

/** The last of the written keys that stand before `key` in the order of the model. */
function predecessor(key: string, written: readonly string[]): string | undefined {
  return ORDER.slice(0, ORDER.indexOf(key)).findLast((each) => written.includes(each));
}

function withEnds(text: string, ends: readonly string[]): string {
  let line = 0;
  return text.replace(
    /[\n\uE000]/g,
    (end) => (end === '\n' ? ends[line++ % ends.length] : ends[line % ends.length]) as string,
  );
}
