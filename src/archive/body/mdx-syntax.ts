import type { HiddenBraces } from './braces.ts';
import { COMPONENTS } from './components.ts';
import type { Findings } from './findings.ts';
import { isVoid } from './html-names.ts';
import { scanTag } from './jsx-tag.ts';

/** What is known of an .mdx text while its mistakes are taken out of it one by one. */
export interface Repair {
  /** The text so far, as long as the original: what cannot be read is overwritten. */
  text: string;
  brace: string;
  /** Names of tags that were taken out and may be closed further on, and how often. */
  unclosed: Map<string, number>;
  /** Closing tags that belong to a mistake that was already reported. */
  settled: Set<number>;
  /** Attributes that were taken out of the tag at an offset. */
  removed: Map<number, Set<string>>;
}

/** The repair of a text that was not yet looked at. */
export function startRepair({ text, brace }: HiddenBraces): Repair {
  return { text, brace, unclosed: new Map(), settled: new Set(), removed: new Map() };
}

/** What the parser complained about. */
export interface Complaint {
  offset: number;
  message: string;
  /** The place that its words name, if they name one. */
  other?: number;
}

/** Reads the message of an error of the parser, `line:column: words`. */
export function readComplaint(message: string, text: string): Complaint | undefined {
  const found = /^(\d+):(\d+): ([\s\S]*)$/.exec(message);
  if (!found) return undefined;
  const lines = text.split('\n');
  const offsetOf = (line: string | undefined, column: string | undefined): number => {
    let offset = Number(column) - 1;
    for (let above = 0; above < Number(line) - 1; above += 1) offset += (lines[above]?.length ?? 0) + 1;
    return Math.min(offset, text.length);
  };
  const words = (found[3] ?? '').replace(/ \(mdx[\w-]*:[\w-]+\)$/, '');
  const other = /\((\d+):(\d+)\)/.exec(words);
  return {
    offset: offsetOf(found[1], found[2]),
    message: words,
    ...(other && { other: offsetOf(other[1], other[2]) }),
  };
}

/**
 * Reports one mistake that keeps the parser from reading the text, and overwrites it, so that the next parse gets further.
 * Returns false if it could not be overwritten.
 */
export function takeOut(complaint: Complaint, repair: Repair, findings: Findings): boolean {
  const before = repair.text;
  const { message } = complaint;
  if (message.startsWith('Unexpected closing tag') || message.startsWith('Expected the closing tag')) {
    takeOutClosingTag(complaint, repair, findings);
  } else if (message.startsWith('Expected a closing tag')) {
    takeOutUnclosed(complaint.other ?? complaint.offset, message, repair, findings);
  } else if (repair.text[complaint.offset] === '<') {
    takeOutTag(complaint.offset, repair, findings);
  } else {
    findings.error('mdx-syntax', complaint.offset, `this cannot be read as MDX: ${lowerFirst(message)}`);
    overwriteLine(repair, complaint.offset);
  }
  return repair.text !== before;
}

function takeOutClosingTag({ offset, other, message }: Complaint, repair: Repair, findings: Findings): void {
  const name = tagName(repair.text, offset + 1);
  const opener = message.includes('corresponding closing tag') ? other : undefined;
  if (opener !== undefined && !repair.settled.has(offset)) {
    repair.settled.add(offset);
    takeOutUnclosed(opener, `before \`</${name}>\``, repair, findings);
    return;
  }
  const owed = repair.unclosed.get(name) ?? 0;
  if (owed > 0) repair.unclosed.set(name, owed - 1);
  else if (!repair.settled.has(offset)) {
    findings.error(
      'mdx-syntax',
      offset,
      `\`</${name}>\` closes a tag that is not open here`,
      `take it out, or write \`&lt;/${name}>\` if it is text`,
    );
  }
  overwrite(repair, offset, offset + 1);
}

function takeOutUnclosed(offset: number, message: string, repair: Repair, findings: Findings): void {
  const name = tagName(repair.text, offset);
  repair.unclosed.set(name, (repair.unclosed.get(name) ?? 0) + 1);
  overwrite(repair, offset, offset + 1);
  if (isVoid(name)) {
    repair.unclosed.delete(name);
    findings.error('mdx-syntax', offset, `in .mdx \`<${name}>\` is closed in itself`, `write \`<${name} />\``);
    return;
  }
  const where = readPlace(message);
  const closedLater = repair.text.indexOf(`</${name}>`, offset) >= 0;
  const isTag = closedLater || name in COMPONENTS || name === '';
  findings.error(
    'mdx-syntax',
    offset,
    `\`<${name}>\` is not closed${where ? ` ${where}` : ''}`,
    isTag
      ? `${closedLater ? 'write the opening and the closing tag on lines of their own' : `close it with \`</${name}>\``}, or rename the file to .md`
      : `if it is text, write \`&lt;${name}>\` or put it in backticks; or rename the file to .md`,
  );
}

function takeOutTag(offset: number, repair: Repair, findings: Findings): void {
  const { text, brace } = repair;
  const rest = text.slice(offset, offset + 200);
  if (rest.startsWith('<!--')) {
    const close = text.indexOf('-->', offset);
    overwrite(repair, offset, close < 0 ? offset + 4 : close + 3);
    const hint = 'write {/* … */}, or rename the file to .md';
    findings.error('mdx-syntax', offset, 'in .mdx a comment is not written as <!-- … -->', hint);
    return;
  }
  const address = /^<([a-z][a-z0-9+.-]*:[^\s<>]*)>/i.exec(rest)?.[1];
  if (address !== undefined) {
    overwrite(repair, offset, offset + 1);
    const hint = `write \`${address}\` without the brackets, or \`[words](${address})\`; or rename the file to .md`;
    findings.error('mdx-syntax', offset, 'in .mdx an address does not stand in angle brackets', hint);
    return;
  }
  const mail = /^<([^\s<>@/]+@[^\s<>]+)>/.exec(rest)?.[1];
  if (mail !== undefined) {
    overwrite(repair, offset, offset + 1);
    const hint = `write \`[${mail}](mailto:${mail})\`, or rename the file to .md`;
    findings.error('mdx-syntax', offset, 'in .mdx an address does not stand in angle brackets', hint);
    return;
  }
  const tag = scanTag(text, offset, brace);
  const broken = tag.attributes.filter(({ kind }) => kind !== 'text' && kind !== 'flag');
  if (tag.end !== undefined && broken.length > 0) {
    for (const attribute of broken) takeOutAttribute(attribute, offset, repair, findings);
    return;
  }
  overwrite(repair, offset, offset + 1);
  const sample = /^<[^\s<]{0,24}/.exec(rest)?.[0].replaceAll(brace, '{') ?? '<';
  findings.error(
    'mdx-syntax',
    offset,
    `in .mdx \`${sample}\` is read as a tag, and is none`,
    `write \`&lt;${sample.slice(1)}\`, or put it in backticks; or rename the file to .md`,
  );
}

function takeOutAttribute(
  { name, kind, offset, end }: ReturnType<typeof scanTag>['attributes'][number],
  tagOffset: number,
  repair: Repair,
  findings: Findings,
): void {
  if (kind === 'unquoted') {
    const value = repair.text.slice(offset, end).replace(/^[^=]*=\s*/, '');
    findings.error('mdx-syntax', offset, `the value of \`${name}\` is not in quotes`, `write \`${name}="${value}"\``);
  } else {
    const what = kind === 'spread' ? 'spread attributes are computed' : `the value of \`${name}\` is computed`;
    const hint = kind === 'spread' ? 'write each attribute as name="text"' : `write \`${name}="text"\``;
    findings.error('no-code', offset, `${what}, and a postmortem cannot run code`, hint);
  }
  repair.text = repair.text.slice(0, offset) + blank(repair.text.slice(offset, end)) + repair.text.slice(end);
  const removed = repair.removed.get(tagOffset) ?? new Set<string>();
  repair.removed.set(tagOffset, removed.add(name));
}

/** Overwrites a stretch with letters: they mean nothing to the parser. White space stays, and with it every line. */
function overwrite(repair: Repair, start: number, end: number): void {
  const letters = repair.text.slice(start, end).replace(/\S/g, 'x');
  repair.text = repair.text.slice(0, start) + letters + repair.text.slice(end);
}

function overwriteLine(repair: Repair, offset: number): void {
  const start = repair.text.lastIndexOf('\n', offset - 1) + 1;
  const end = repair.text.indexOf('\n', offset);
  overwriteMarks(repair, start, end < 0 ? repair.text.length : end);
}

/** Overwrites whatever could begin a tag or an expression. */
export function overwriteMarks(repair: Repair, start: number, end: number): void {
  const letters = repair.text.slice(start, end).replace(/[<{]/g, 'x');
  repair.text = repair.text.slice(0, start) + letters + repair.text.slice(end);
}

function blank(text: string): string {
  return text.replace(/\S/g, ' ');
}

export function tagName(text: string, offset: number): string {
  return /^[\w$.:-]*/.exec(text.slice(offset + 1, offset + 100))?.[0] ?? '';
}

/** ``before the end of `listItem` `` as plain words. */
function readPlace(message: string): string | undefined {
  const found = /before (the end of )?`([^`]+)`$/.exec(message);
  if (!found) return undefined;
  const what = found[2] ?? '';
  return found[1]
    ? `before the end of the ${what.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`
    : `before \`${what}\``;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
