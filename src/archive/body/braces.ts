import type { ElementContent, Properties, Root, RootContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import type { Findings } from './findings.ts';
import { endOf, startOf } from './tree.ts';

type AnyNode = Root | RootContent | ElementContent;

/** A text whose braces the parser takes for letters. */
export interface HiddenBraces {
  text: string;
  /** The character that stands for `{`: one that the text does not hold. */
  brace: string;
}

/**
 * Hides every `{` of an .mdx text, save those of comments. No expression may stand there, but code may be full of braces;
 * and the parser of expressions is not to see what anybody writes: it ends the process where brackets nest too deeply.
 */
export function hideBraces(text: string): HiddenBraces {
  const brace = unusedCharacter(text);
  let hidden = '';
  let from = 0;
  let close = -2;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    if (isEscaped(text, at)) continue;
    const open = skipSpace(text, at + 1);
    if (text.startsWith('/*', open)) {
      if (close !== -1 && close < open + 2) close = text.indexOf('*/', open + 2);
      const end = close < 0 ? -1 : skipSpace(text, close + 2);
      if (end >= 0 && text[end] === '}') {
        at = end;
        continue;
      }
    }
    hidden += text.slice(from, at) + brace;
    from = at + 1;
  }
  return { text: hidden + text.slice(from), brace };
}

/** Where an expression stands in a text. */
export interface Expression {
  start: number;
  end: number;
}

/**
 * Reports every expression in the tree of a hidden text, and puts the braces back wherever they were mere text. Returns where
 * the expressions stand, in order.
 */
export function showBraces(root: Root, original: string, hidden: HiddenBraces, findings: Findings): Expression[] {
  if (!hidden.text.includes(hidden.brace)) return [];
  const encoded = encodeURIComponent(hidden.brace);
  const back = (value: string): string => value.replaceAll(hidden.brace, '{').replaceAll(encoded, '%7B');
  const closing = closingBraces(hidden);
  const expressions: Expression[] = [];

  const reportText = (start: number, end: number): void => {
    for (let at = hidden.text.indexOf(hidden.brace, start); at >= 0 && at < end; ) {
      if (at >= (expressions.at(-1)?.end ?? 0)) {
        const close = closing.get(at) ?? at + 1;
        reportExpression(original, at, close, findings);
        expressions.push({ start: at, end: close });
      }
      at = hidden.text.indexOf(hidden.brace, at + 1);
    }
  };

  const walk = (node: AnyNode, literal: boolean, start: number, end: number): void => {
    const from = startOf(node, start);
    const to = endOf(node, end);
    if ('value' in node && typeof node.value === 'string' && node.value.includes(hidden.brace)) {
      if (node.type === 'text' && !literal) reportText(from, to);
      node.value = back(node.value);
    }
    if ('properties' in node) restoreProperties(node.properties, back);
    if ('attributes' in node) restoreAttributes(node, back);
    const info = node.data as { lang?: string | null; meta?: string | null } | undefined;
    if (info?.lang) info.lang = back(info.lang);
    if (info?.meta) info.meta = back(info.meta);
    if (!('children' in node)) return;
    const isCode = node.type === 'element' && node.tagName === 'code';
    for (const child of node.children) walk(child, literal || isCode, from, to);
  };
  walk(root, false, 0, hidden.text.length);
  return expressions;
}

/** Where the braces that are closed before the next empty line end, by where they start. */
function closingBraces({ text, brace }: HiddenBraces): Map<number, number> {
  const closing = new Map<number, number>();
  let open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(new RegExp(`${brace}|[{}]|\\n[ \\t]*(?=\\n)`, 'g'))) {
    if (mark === '}') {
      const start = open.pop();
      if (start !== undefined) closing.set(start, index + 1);
    } else if (mark.startsWith('\n')) open = [];
    else open.push(index);
  }
  return closing;
}

function reportExpression(original: string, offset: number, end: number, findings: Findings): void {
  const opening = skipSpace(original, offset + 1);
  if (original.startsWith('/*', opening) && !original.includes('*/', opening + 2)) {
    findings.error('no-code', offset, 'in .mdx the comment that opens here is never closed', 'close it with */}');
    return;
  }
  const source = original.slice(offset, end);
  const sample = source.length > 32 ? `${source.slice(0, 30).replaceAll('\n', ' ')}…` : source.replaceAll('\n', ' ');
  findings.error(
    'no-code',
    offset,
    `in .mdx \`${sample}\` is an expression, and a postmortem cannot run code`,
    'if it is text, write it as `code`, put a backslash before the brace (\\{), or rename the file to .md',
  );
}

function restoreProperties(properties: Properties, back: (value: string) => string): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string') properties[name] = back(value);
    else if (Array.isArray(value)) {
      properties[name] = value.map((item) => (typeof item === 'string' ? back(item) : item));
    }
  }
}

function restoreAttributes(node: MdxJsxFlowElementHast | MdxJsxTextElementHast, back: (value: string) => string): void {
  for (const attribute of node.attributes) {
    if (typeof attribute.value === 'string') attribute.value = back(attribute.value);
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function unusedCharacter(text: string): string {
  let code = 0xe000;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}
