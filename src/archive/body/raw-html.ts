import type { ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { type Token, Tokenizer } from 'parse5';
import { isVoid } from './html-names.ts';
import { settleTag } from './settle-html.ts';
import type { BodyState } from './state.ts';
import { endOf, type Raw, startOf } from './tree.ts';

/**
 * Reads a stretch of HTML in Markdown tag by tag (its other half may be a stretch further on) and gives back what is
 * allowed of it: tags as raw HTML written anew, words as text, pictures as nodes.
 */
export function settleRaw(node: Raw, state: BodyState): ElementContent[] {
  const { findings, text } = state;
  const placeOf = placesInSource(node, text);
  const nodes: ElementContent[] = [];
  let done = 0;

  const refuse = (offset: number, message: string, hint: string): void =>
    findings.error('html-not-allowed', placeOf(offset), message, hint);

  const words = ({ chars, location }: Token.CharacterToken): void => {
    nodes.push({ type: 'text', value: chars });
    done = location?.endOffset ?? done;
  };

  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, attrs, location }) {
        const start = location?.startOffset ?? 0;
        done = location?.endOffset ?? done;
        const settled = settleTag(
          {
            name: tagName,
            writtenName: node.value.slice(start + 1, start + 1 + tagName.length),
            attributes: attrs.map(({ name, value }) => ({
              name,
              value,
              offset: placeOf(location?.attrs?.[name]?.startOffset ?? start),
            })),
            offset: placeOf(start),
            format: 'md',
          },
          state,
        );
        if ('nodes' in settled) nodes.push(...settled.nodes);
        else if ('properties' in settled) nodes.push({ type: 'raw', value: openTag(tagName, settled.properties) });
      },
      onEndTag({ tagName, location }) {
        done = location?.endOffset ?? done;
        if (!isVoid(tagName) && /^[a-z][a-z0-9]*$/.test(tagName)) nodes.push({ type: 'raw', value: `</${tagName}>` });
      },
      onComment({ location }) {
        const start = location?.startOffset ?? 0;
        done = location?.endOffset ?? done;
        if (node.value.startsWith('<!--', start)) return;
        refuse(
          start,
          `\`${node.value.slice(start, start + 12)}\` is not allowed`,
          'if it is text, put it in backticks',
        );
      },
      onDoctype({ location }) {
        done = location?.endOffset ?? done;
        refuse(location?.startOffset ?? 0, 'a document type is not allowed', 'take it out');
      },
      onCharacter: words,
      onNullCharacter: words,
      onWhitespaceCharacter: words,
      onEof() {},
      onParseError({ code }) {
        if (code === 'eof-in-tag') {
          const start = Math.max(node.value.indexOf('<', done), 0);
          const sample = /^<[^\s>]{0,24}/.exec(node.value.slice(start))?.[0] ?? '<';
          refuse(
            start,
            `the tag \`${sample}\` has no end`,
            `close it with \`>\`; if it is text, write \`&lt;${sample.slice(1)}\``,
          );
        } else if (code === 'eof-in-comment') {
          refuse(Math.max(node.value.indexOf('<!--', done), 0), 'the comment has no end', 'close it with `-->`');
        }
      },
    },
  );
  tokenizer.write(node.value, true);
  return nodes;
}

function openTag(tagName: string, properties: Properties): string {
  const html = toHtml({ type: 'element', tagName, properties, children: [] });
  return isVoid(tagName) ? html : html.slice(0, -`</${tagName}>`.length);
}

/**
 * Turns offsets in the value of a node into offsets in the text. In a quote or a list the value lacks what stands before
 * each line (`> `), so lines are matched by their ends.
 */
function placesInSource(node: Raw, text: string): (offset: number) => number {
  const start = startOf(node);
  const lines = text.slice(start, endOf(node, text.length)).split('\n');
  const valueLines = node.value.split('\n');
  const shifts: { from: number; shift: number }[] = [];
  let from = 0;
  let sourceFrom = start;
  for (const [index, line] of valueLines.entries()) {
    const source = lines[index] ?? '';
    const before = index === 0 ? 0 : Math.max(0, source.length - line.length);
    shifts.push({ from, shift: sourceFrom + before - from });
    from += line.length + 1;
    sourceFrom += source.length + 1;
  }
  return (offset) => offset + (shifts.findLast((each) => each.from <= offset)?.shift ?? start);
}
