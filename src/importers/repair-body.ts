import { compileBody } from '../archive/body/compile.ts';
import type { Node } from './document.ts';
import { definitionOf, labelOf, plainAddress, settleLink } from './inline.ts';
import type { RecordContext } from './map-record.ts';

/** How often a body is compiled and mended before what is still wrong is shown as code. */
const MOST_ROUNDS = 6;

/**
 * The body that remains, mended until the archive takes it: dead links, missing pictures and HTML that is not allowed become
 * text, word for word. Throws nothing.
 */
export function repairBody(context: RecordContext): string {
  const { document, draft } = context;
  for (const node of document.nodes) repairNode(node, context);
  let body = tidy(draft.edits.apply(document.text));
  if (!/<[A-Za-z/!?]/.test(body)) return body;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const places = errorsIn(body);
    if (places.length === 0) return body;
    if (round === 0) draft.trouble(`${places.length} pieces of HTML that a postmortem cannot hold became text`);
    body = escapeAt(body, places);
  }
  return body.replace(/<(?=[A-Za-z/!?])/g, '&lt;');
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
    if (definition && target === undefined) draft.edits.replace(node.start, node.end, node.alt ?? '');
    else if (target !== undefined) draft.edits.replace(node.start, node.end, `![${node.alt ?? ''}](${target})`);
    return;
  } else if (node.type === 'linkReference') {
    const definition = definitionOf(document, node.identifier ?? '');
    const target = definition && fate(definition.url ?? '', 'link');
    if (definition && target === undefined) draft.edits.replace(node.start, node.end, labelOf(node, document));
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
  const { draft, fate } = context;
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
  draft.edits.replace(node.start, node.end, `${alt}${alt === '' ? '' : ' '}(${plainAddress(shown)}${title})`);
  note('picture', shown, node, context);
}

function note(what: string, url: string, node: Node, { draft }: RecordContext): void {
  draft.trouble(
    `the ${what} ${url.slice(0, 200)} leads to nothing that came along: it became text`,
    undefined,
    node.start,
  );
}

/** Offsets of what the archive would refuse. Links and pictures in HTML are judged here as if every one were dead. */
function errorsIn(body: string): number[] {
  const dead = { problem: { rule: 'dead-link', message: 'it leads to no file' } };
  const { problems } = compileBody(
    { file: 'postmortems/x.md', path: '/nowhere/postmortems/x.md', format: 'md', text: body, line: 1 },
    {
      link: (href) =>
        /^(?:https?:|mailto:|#)/i.test(href)
          ? { href }
          : /\.(?:mdx?|png|jpe?g|gif|webp|avif|svg)$/i.test(href.replace(/#.*/, ''))
            ? { href }
            : dead,
      lists: true,
    },
  );
  const starts = [0];
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) starts.push(at + 1);
  return problems.flatMap(({ severity, rule, position }) => {
    if (severity !== 'error' || !position || rule === 'picture-missing') return [];
    return [(starts[position.line - 1] ?? 0) + position.column - 1];
  });
}

/** Puts an entity for the `<` of the tag at or before each place; where there is none, a space for nothing. */
function escapeAt(body: string, places: readonly number[]): string {
  const tags = new Set(
    places.map((place) => {
      const at = body[place] === '<' ? place : body.lastIndexOf('<', place);
      return at >= 0 && place - at < 4000 ? at : body.indexOf('<', place);
    }),
  );
  let result = '';
  let done = 0;
  for (const at of [...tags].filter((one) => one >= 0).sort((a, b) => a - b)) {
    result += `${body.slice(done, at)}&lt;`;
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
  const text = kept.join('\n').replace(/^\n+|\s+$/g, '');
  return text === '' ? '' : `${text}\n`;
}
