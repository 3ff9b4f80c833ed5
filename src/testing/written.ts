import fc from 'fast-check';
import { postmortemSchema } from '../model/postmortem.ts';
import { NEW_LINE, PARTS, type Part, type Wanted } from './written-parts.ts';

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
