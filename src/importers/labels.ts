import { type Document, type Node, plainWords, type Section } from './document.ts';
import { type AddressFate, inlineText, listText, paragraphText } from './inline.ts';
import type { Lexicon } from './lexicon.ts';
import type { SourceField } from './words/words.ts';

/** A fact that the body states as `Label: value`, in a list, in lines of text or in a table of two columns. */
export interface Label {
  field: SourceField;
  label: string;
  /** Inline Markdown. */
  value: string;
  /** Where it stands; taken out of the body when its value has a field. */
  start: number;
  end: number;
}

/** Labels that say the same wherever they stand alone. Others count where several stand together. */
const CLEAR = new Set<SourceField>([
  'started',
  'resolved',
  'detected',
  'mitigated',
  'severity',
  'timeToDetect',
  'timeToResolve',
]);

/** Fields of which a cell may list several, one to a line. */
const NAMES = new Set<SourceField>(['services', 'owner', 'authors', 'aliases', 'tags']);

/** What may stand before a label: pictures. */
const PICTURES = '(?:[\\p{Extended_Pictographic}\\uFE0F]+\\s*)*';
/** Bold or italics around a label. */
const MARKS = '\\*{1,3}|_{1,2}';
const NAME = "(\\p{L}[\\p{L}\\p{N} /()'&_;.-]{1,40}?)";
const LABEL = new RegExp(
  `^${PICTURES}(?:${MARKS})?${PICTURES}${NAME}\\s*\\??(?:${MARKS})?\\s*(?:::?|：)(?:\\s*(?:\\*\\*|__)|[*_](?=\\s))?\\s*(\\S[\\s\\S]*)$`,
  'u',
);
/** `**When?** yesterday`: bold alone sets a label apart. */
const BOLD_LABEL = new RegExp(`^${PICTURES}\\*\\*${PICTURES}${NAME}\\s*\\??\\*\\*\\s+(\\S[\\s\\S]*)$`, 'u');

/** True for a line that starts as a label does, whether or not anybody knows it. */
export function isLabelLine(line: string): boolean {
  return /^(?:\*{1,2}|_{1,2})?\p{L}[\p{L} /-]{1,30}(?::(?:\*{1,2}|_{1,2})|(?:\*{1,2}|_{1,2}):|:)\s|^[^：\n]{1,12}：/u.test(
    line.trim(),
  );
}

/** The labels of a section that the lexicon knows. */
export function labelsOf(section: Section, document: Document, lexicon: Lexicon, fate: AddressFate): Label[] {
  const heading = headingLabel(section, document, lexicon, fate);
  if (heading) return [heading];
  const found = section.blocks.flatMap((block) => labelsOfBlock(block, document, lexicon, fate));
  return found.length > 1 ? found : found.filter(({ field }) => CLEAR.has(field) || section.depth <= 1);
}

/** Fields whose value is a few words, so that a heading may be their label. */
const SHORT = new Set<SourceField>([
  ...([
    'title',
    'day',
    'started',
    'detected',
    'acknowledged',
    'mitigated',
    'resolved',
    'published',
    'timezone',
    'severity',
  ] as const),
  ...(['owner', 'authors', 'aliases', 'timeToDetect', 'timeToMitigate', 'timeToResolve', 'tags', 'services'] as const),
]);

/** `## Start date` with one line under it. */
function headingLabel(
  { heading, title, blocks, children }: Section,
  document: Document,
  lexicon: Lexicon,
  fate: AddressFate,
): Label | undefined {
  const [only, ...others] = blocks;
  if (!heading || !only || others.length > 0 || children.length > 0) return undefined;
  const field = lexicon.label(title);
  if (only.type === 'list') {
    // Boxes to tick, one of which is: they stay as they are.
    const [ticked, ...more] = only.children.filter(({ checked }) => checked === true);
    return field && SHORT.has(field) && ticked && more.length === 0
      ? { field, label: title, value: plainWords(ticked), start: only.start, end: only.start }
      : undefined;
  }
  if (only.type !== 'paragraph') return undefined;
  const value = only.end - only.start <= 120 ? paragraphText(document, only, fate)?.text : undefined;
  return field && SHORT.has(field) && value
    ? { field, label: title, value, start: only.start, end: only.end }
    : undefined;
}

function labelsOfBlock(block: Node, document: Document, lexicon: Lexicon, fate: AddressFate): Label[] {
  const read = (text: string | undefined, start: number, end: number): Label[] => {
    const [, label = '', value = ''] = LABEL.exec(text ?? '') ?? BOLD_LABEL.exec(text ?? '') ?? [];
    const field = label === '' ? undefined : lexicon.label(label);
    return field ? [{ field, label, value: value.trim(), start, end }] : [];
  };
  if (block.type === 'list') {
    return block.children.flatMap((item) => {
      const [first, ...others] = item.children;
      if (first?.type !== 'paragraph') return [];
      // `- **Key events**`, and below it when they were.
      const [below] = others;
      if (below?.type === 'list' && others.length === 1)
        return labelsOfBlock(below, document, lexicon, fate).filter(({ field }) => CLEAR.has(field));
      if (others.length > 0) return [];
      return read(paragraphText(document, first, fate)?.text, item.start, item.end);
    });
  }
  if (block.type === 'blockquote') {
    return block.children.flatMap((child) => labelsOfBlock(child, document, lexicon, fate));
  }
  if (block.type === 'paragraph') {
    const source = document.text.slice(block.start, block.end);
    if (!source.includes('\n')) {
      const text = paragraphText(document, block, fate)?.text;
      // `Severity: SEV1 · Owner: Orders`: several on one line, which stays as it is.
      const parts = text?.split(/\s+[·•|]\s+/) ?? [];
      if (parts.length > 1) return parts.flatMap((part) => read(part, block.start, block.start));
      return read(text, block.start, block.end);
    }
    let at = block.start;
    return source.split('\n').flatMap((line) => {
      const start = at;
      at += line.length + 1;
      const nodes = block.children.filter((node) => node.start >= start && node.end <= start + line.length);
      const text = line
        .replace(/^[\s>]+/, '')
        .trim()
        .replace(/(?:\\|<br ?\/?>)$/, '');
      const repaired = nodes.some(({ type }) => type !== 'text') ? settled(document, nodes, text, fate) : text;
      return read(repaired, start, start + line.length);
    });
  }
  if (block.type === 'table') {
    const [head, only] = block.children;
    if (head && only && block.children.length === 2 && head.children.length > 2) {
      // Names over one row of values, which stays as it is.
      return head.children.flatMap((name, column) => {
        const cell = only.children[column];
        const label = plainWords(name);
        const field = lexicon.label(label);
        const value = cell && inlineText(document, cell.children, fate)?.text;
        return field && value ? [{ field, label, value, start: block.start, end: block.start }] : [];
      });
    }
    const rows = block.children.filter((row) => row.children.length === 2);
    if (rows.length < block.children.length) return [];
    const labels = rows.flatMap((row) => {
      const [name, cell] = row.children as [Node, Node];
      const label = plainWords(name).replace(/[:：]\s*$/, '');
      const field = lexicon.label(label);
      const read = field && NAMES.has(field) ? listText : inlineText;
      const value = read(document, cell.children, fate)?.text;
      // With its line end: a blank line in its place would end the table.
      const end = row.end + Number(document.text[row.end] === '\n');
      return field && value ? [{ field, label, value, start: row.start, end }] : [];
    });
    return labels.length * 2 >= rows.length ? labels : [];
  }
  return [];
}

/** A line whose links are all alive is as it is written; with a dead one it is no label, and stays. */
function settled(document: Document, nodes: readonly Node[], line: string, fate: AddressFate): string | undefined {
  const text = inlineText(document, nodes, fate)?.text;
  return text !== undefined && line.includes(text) ? line : undefined;
}
