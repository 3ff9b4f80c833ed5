import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { type Edit, lineEndOf } from './edits.ts';

/** The YAML of a file as it is: where its lines stand. A .yaml file is YAML from its first line to its last. */
function yamlLines(raw: string, isYaml: boolean): { start: number; text: string }[] | undefined {
  const lines: { start: number; text: string }[] = [];
  const from = raw.startsWith('\uFEFF') ? 1 : 0;
  for (const { 0: line, index } of raw.slice(from).matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    if (line !== '') lines.push({ start: from + index, text: line });
  }
  if (isYaml) return lines;
  const isFence = ({ text }: { text: string }): boolean => /^---[ \t]*[\r\n]*$/.test(text);
  if (!lines[0] || !isFence(lines[0])) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  return end < 0 ? undefined : lines.slice(1, end);
}

/** Takes blanks away from the ends of lines of YAML, where they are no part of a value. */
export function trailingBlankEdits(raw: string, isYaml: boolean): Edit[] {
  const lines = yamlLines(raw, isYaml);
  if (!lines?.some(({ text }) => /[ \t](?:[\r\n]|$)/.test(text))) return [];
  const source = lines.map(({ text }) => text).join('');
  const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return [];
  const values: [number, number][] = [];
  visit(document, (_, node) => {
    if (isScalar(node) && node.range && /[\r\n]/.test(source.slice(node.range[0], node.range[1]))) {
      values.push([node.range[0], node.range[1]]);
    }
  });
  let at = 0;
  return lines.flatMap(({ start, text }): Edit[] => {
    const words = text.trimEnd().length;
    const end = text.replace(/[\r\n]+$/, '').length;
    const place = at + words;
    at += text.length;
    if (words === end || values.some(([from, to]) => from <= place && place < to)) return [];
    return [{ start: start + words, end: start + end, text: '' }];
  });
}

/**
 * Puts the keys of a front matter into `order`, each with its value and the comments right above it. Nothing where a key is
 * not of that order, or a value begins on the line of another key.
 */
export function keyOrderEdits(raw: string, order: readonly string[]): Edit[] {
  const lines = yamlLines(raw, false);
  const [first] = lines ?? [];
  if (!lines || !first) return [];
  const source = lines.map(({ text }) => text).join('');
  const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: true, logLevel: 'silent' });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root) || root.flow) return [];

  const lineAt = (offset: number): number => source.slice(0, offset).split(/\r\n?|\n/).length - 1;
  const keys = root.items.map(({ key }) => {
    if (!isScalar(key) || !key.range) return { place: -1, line: -1 };
    return { place: order.indexOf(String(key.value)), line: lineAt(key.range[0]) };
  });
  if (keys.some(({ place }) => place < 0) || new Set(keys.map(({ line }) => line)).size < keys.length) return [];
  if (keys.every(({ place }, index) => index === 0 || (keys[index - 1]?.place ?? 0) < place)) return [];

  const starts = keys.map(({ line }, index) => {
    let head = line;
    while (head > (keys[index - 1]?.line ?? -1) + 1 && /^#/.test(lines[head - 1]?.text ?? '')) head -= 1;
    return index === 0 ? 0 : head;
  });
  const blocks = keys.map(({ place }, index) => ({
    place,
    text: lines
      .slice(starts[index], starts[index + 1] ?? lines.length)
      .map(({ text }) => text)
      .join(''),
  }));
  const text = blocks
    .sort((a, b) => a.place - b.place)
    .map((block) => (/[\r\n]$/.test(block.text) ? block.text : block.text + lineEndOf(raw)))
    .join('');
  return [{ start: first.start, end: first.start + source.length, text }];
}
