import { compileBody } from '../archive/body/compile.ts';
import { withTitlesBelow } from './callout-titles.ts';
import type { Node } from './document.ts';
import { apart, definitionOf, labelOf, plainAddress, settleLink } from './inline.ts';
import type { RecordContext } from './record-context.ts';

/** How often a body is compiled and mended before what is still wrong is shown as code. */
const MOST_ROUNDS = 6;

/** More tags than this in one file are judged as one: each for itself would take minutes. */
const MOST_TAGS = 3000;

/**
 * The body that remains, mended until the archive takes it: dead links, missing pictures and HTML that is not allowed become
 * text, word for word. Throws nothing.
 */
export function repairBody(context: RecordContext): string {
  const { document, draft } = context;
  for (const node of document.nodes) repairNode(node, context);
  let body = withTitlesBelow(tidy(draft.edits.apply(document.text)));
  // What holds neither a tag nor a link within the page has been judged above, whole.
  if (!/<[A-Za-z/!?]|\]\(<?#/.test(body)) return body;
  const all = placesOf(body);
  const isTooMuch = all.filter((at) => body[at] === '<').length > MOST_TAGS;
  if (isTooMuch) draft.trouble(`more than ${MOST_TAGS} tags of HTML are left: all of them became text`);
  for (let round = 0; round < MOST_ROUNDS && !isTooMuch; round += 1) {
    const places = errorsIn(body, context.addresses);
    if (places.length === 0) return body;
    if (round === 0)
      draft.trouble(
        `${places.length === 1 ? '1 piece' : `${places.length} pieces`} that a postmortem cannot hold became text`,
        'HTML beyond the plainest, and links within the page to headings that are gone',
      );
    body = escapeAt(body, places);
  }
  return escapeAt(body, isTooMuch ? all : placesOf(body));
}

/** Every place where a tag, a link or a picture may start. */
function placesOf(body: string): number[] {
  return [...body.matchAll(/<(?=[A-Za-z/!?])|!?\[/g)].map(({ index }) => index);
}

function repairNode(node: Node, context: RecordContext): void {
  const { document, draft, fate } = context;
  if (draft.edits.removes(node.start, node.end)) return;
  if (node.type === 'link') {
    if (!settleLink(node, document, draft.edits, fate)) note('link', node.url ?? '', node, context);
    else if (fate(node.url ?? '', 'link') !== node.url)
      draft.left.push({ line: draft.lineAt(node.start), text: node.url ?? '', why: 'the former address of a link' });
    if (!node.children.some(({ type }) => type === 'image')) return;
  } else if (node.type === 'image') {
    repairPicture(node, context);
    return;
  } else if (node.type === 'imageReference') {
    const definition = definitionOf(document, node.identifier ?? '');
    const target = definition && fate(definition.url ?? '', 'picture');
    if (definition && target === undefined) {
      draft.leave(node.start, node.end, 'a picture whose address leads to nothing');
      draft.edits.replace(node.start, node.end, apart(node.alt ?? '', node, document));
    } else if (target !== undefined) draft.edits.replace(node.start, node.end, `![${node.alt ?? ''}](${target})`);
    return;
  } else if (node.type === 'linkReference') {
    const definition = definitionOf(document, node.identifier ?? '');
    const target = definition && fate(definition.url ?? '', 'link');
    if (definition && target === undefined) {
      draft.leave(node.start, node.end, 'a link whose address leads to nothing');
      draft.edits.replace(node.start, node.end, apart(labelOf(node, document), node, document));
    }
  } else if (node.type === 'definition') {
    const target = fate(node.url ?? '', 'link');
    const source = document.text.slice(node.start, node.end);
    if (target === node.url) return;
    const label = /^\s*\[[^\]]*\]/.exec(source)?.[0] ?? `[${node.identifier ?? ''}]`;
    const title = node.title ? ` "${node.title}"` : '';
    if (target !== undefined) {
      draft.edits.replace(node.start, node.end, `${label}: ${target}${title}`);
      draft.left.push({ line: draft.lineAt(node.start), text: node.url ?? '', why: 'the former address of a link' });
    } else {
      draft.edits.replace(node.start, node.end, `\\${label.trim()}: ${plainAddress(node.url ?? '')}${title}`);
      note('link', node.url ?? '', node, context);
    }
    return;
  }
  for (const child of node.children) repairNode(child, context);
}

function repairPicture(node: Node, context: RecordContext): void {
  const { document, draft, fate } = context;
  const url = node.url ?? '';
  const target = fate(url, 'picture');
  if (target === url) return;
  const alt = node.alt ?? '';
  const title = node.title ? ` "${node.title}"` : '';
  if (target !== undefined) {
    draft.edits.replace(node.start, node.end, `![${alt}](${target}${title})`);
    draft.left.push({ line: draft.lineAt(node.start), text: url, why: 'the former address of a picture' });
    return;
  }
  const shown = url.length > 300 ? `${url.slice(0, 40)}…` : url;
  if (shown !== url)
    draft.left.push({ line: draft.lineAt(node.start), text: url, why: 'a picture written into the text' });
  draft.edits.replace(
    node.start,
    node.end,
    apart(`${alt}${alt === '' ? '' : ' '}(${plainAddress(shown)}${title})`, node, document),
  );
  note('picture', shown, node, context);
}

function note(what: string, url: string, node: Node, { draft }: RecordContext): void {
  draft.trouble(
    `the ${what} ${url.slice(0, 200)} leads to nothing that came along: it became text`,
    undefined,
    node.start,
  );
}

/** Offsets of what the archive would refuse; `addresses` are those of the pictures and records that will be there. */
function errorsIn(body: string, addresses: ReadonlySet<string>): number[] {
  const dead = { problem: { rule: 'dead-link', message: 'it leads to no file' } };
  const { problems } = compileBody(
    { file: 'postmortems/x.md', path: '/nowhere/postmortems/x.md', format: 'md', text: body, line: 1 },
    { link: (href) => (addresses.has(href) ? { href } : dead), lists: true },
  );
  const starts = [0];
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) starts.push(at + 1);
  return problems.flatMap(({ severity, rule, position }) => {
    if (severity !== 'error' || !position) return [];
    const place = (starts[position.line - 1] ?? 0) + position.column - 1;
    const picture = rule === 'picture-missing' ? /^!\[[^\]]*\]\(([^)\s]+)/.exec(body.slice(place))?.[1] : undefined;
    return picture !== undefined && addresses.has(picture) ? [] : [place];
  });
}

/** Takes its meaning from the tag, link or picture at each place, or from the last tag before it. */
function escapeAt(body: string, places: readonly number[]): string {
  const marks = new Map<number, string>();
  for (const place of places) {
    if (body[place] === '[') marks.set(place, '\\[');
    else if (body.startsWith('![', place)) marks.set(place + 1, '\\[');
    else {
      const before = body[place] === '<' ? place : body.lastIndexOf('<', place);
      const at = before >= 0 ? before : body.indexOf('<', place);
      if (at >= 0) marks.set(at, '&lt;');
    }
  }
  let result = '';
  let done = 0;
  for (const [at, mark] of [...marks].sort(([a], [b]) => a - b)) {
    result += body.slice(done, at) + mark;
    done = at + 1;
  }
  return result + body.slice(done);
}

/** Blank lines left by what was taken out shrink to one; code keeps its own. */
function tidy(body: string): string {
  const lines = body.split('\n');
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const isBlank = line.trim() === '' && fence === undefined;
    if (isBlank && (kept.at(-1) ?? '').trim() === '') continue;
    kept.push(isBlank ? '' : line);
  }
  const text = notLikeKeys(kept.join('\n').replace(/^\n+|\s+$/g, ''));
  return text === '' ? '' : `${text}\n`;
}

/** A text that starts as `key: value` and has a rule below would be taken for front matter that was closed too early. */
function notLikeKeys(text: string): string {
  return /^---[ \t]*$/m.test(text) ? text.replace(/^([A-Za-z]+):(?=\s|$)/, '$1\\:') : text;
}
