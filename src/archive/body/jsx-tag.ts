/** An attribute as it stands in the text of a tag. */
export interface ScannedAttribute {
  name: string;
  offset: number;
  end: number;
  kind: 'text' | 'flag' | 'expression' | 'spread' | 'unquoted';
}

/** An opening tag as it stands in the text. */
export interface ScannedTag {
  name: string;
  attributes: ScannedAttribute[];
  /** Where its `>` ends; absent if it has none. */
  end?: number;
}

const NAME = /[A-Za-z_$][\w$.:-]*/y;
const UNQUOTED = /[^\s"'<>]+?(?=\s|\/?>|$)/y;

/**
 * Finds the attributes of the JSX tag whose `<` is at `offset`: the parser tells their values but not their places.
 * `brace` is the character that stands for `{`. Looks no further than `limit`.
 */
export function scanTag(text: string, offset: number, brace: string, limit = endOfBlock(text, offset)): ScannedTag {
  const quoted = /^[ \t>*+\-\d.)]*>/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset));
  const match = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const space = quoted ? /(?:[ \t]|\n[ \t]*(?:>[ \t]?)*)*/y : /\s*/y;
  const skip = (at: number): number => at + (match(space, at)?.length ?? 0);

  const name = match(NAME, offset + 1) ?? '';
  const tag: ScannedTag = { name, attributes: [] };
  let at = skip(offset + 1 + name.length);
  while (at < limit) {
    const start = at;
    if (text[at] === '>') return { ...tag, end: at + 1 };
    if (text[at] === '/') {
      at = skip(at + 1);
      continue;
    }
    if (text[at] === brace || text[at] === '{') {
      const end = closingBrace(text, at, brace, limit);
      if (end === undefined) return tag;
      tag.attributes.push({ name: '', offset: start, end, kind: 'spread' });
      at = skip(end);
      continue;
    }
    const attribute = match(NAME, at);
    if (attribute === undefined) return tag;
    at += attribute.length;
    const equals = skip(at);
    if (text[equals] !== '=') {
      tag.attributes.push({ name: attribute, offset: start, end: at, kind: 'flag' });
      at = equals;
      continue;
    }
    at = skip(equals + 1);
    const [kind, end] = scanValue(text, at, brace, limit, match);
    if (end === undefined) return tag;
    tag.attributes.push({ name: attribute, offset: start, end, kind });
    at = skip(end);
  }
  return tag;
}

function scanValue(
  text: string,
  at: number,
  brace: string,
  limit: number,
  match: (pattern: RegExp, at: number) => string | undefined,
): [ScannedAttribute['kind'], number | undefined] {
  const first = text[at];
  if (first === brace || first === '{') return ['expression', closingBrace(text, at, brace, limit)];
  if (first === '"' || first === "'") {
    const end = text.indexOf(first, at + 1);
    return ['text', end < 0 ? undefined : end + 1];
  }
  const value = match(UNQUOTED, at);
  return ['unquoted', value === undefined ? undefined : at + value.length];
}

/** Where the next empty line is. */
export function endOfBlock(text: string, offset: number): number {
  const empty = /\n[ \t]*\n/g;
  empty.lastIndex = offset;
  return empty.exec(text)?.index ?? text.length;
}

/** Where the brace at `offset` is closed (one past it); undefined if it is not before `limit`. */
function closingBrace(text: string, offset: number, brace: string, limit: number): number | undefined {
  let depth = 0;
  for (let at = offset; at < limit; at += 1) {
    if (text[at] === brace || text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}
