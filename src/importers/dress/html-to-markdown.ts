import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import { tableText } from './html-table.ts';

type Content = ElementContent | RootContent;

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'details', 'div', 'dl', 'fieldset', 'figure'],
  ...['footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'html', 'main', 'nav', 'ol', 'p', 'pre'],
  ...['section', 'summary', 'table', 'ul', 'head', 'title', 'ac:structured-macro', 'ac:rich-text-body', 'ac:layout'],
  ...['ac:layout-section', 'ac:layout-cell', 'ac:task-list', 'ac:task'],
]);

/** HTML as Markdown blocks, blank lines between them. A table within a table has no Markdown: then it is undefined. */
export function htmlToMarkdown(nodes: readonly Content[]): string | undefined {
  try {
    return blocksOf(nodes).join('\n\n');
  } catch (error) {
    if (error instanceof NoMarkdown) return undefined;
    throw error;
  }
}

/** What Markdown has no form for. */
class NoMarkdown extends Error {}

function isBlock(node: Content): node is Element {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

function blocksOf(nodes: readonly Content[]): string[] {
  const blocks: string[] = [];
  let run: Content[] = [];
  const flush = (): void => {
    const text = inlineOf(run);
    if (text !== '') blocks.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      flush();
      blocks.push(...blockOf(node).filter((block) => block.trim() !== ''));
    } else run.push(node);
  }
  flush();
  return blocks;
}

function blockOf(node: Element): string[] {
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level) return [`${'#'.repeat(Number(level))} ${inlineOf(node.children).replace(/\s*\n\s*/g, ' ')}`];
  switch (node.tagName) {
    case 'ul':
    case 'ol':
      return [listOf(node)];
    case 'dl':
      return [definitionsOf(node)];
    case 'pre':
      return [`\`\`\`\n${wordsOf(node).replace(/\n$/, '')}\n\`\`\``];
    case 'blockquote':
      return [blocksOf(node.children).join('\n\n').replace(/^/gm, '> ')];
    case 'hr':
      return ['---'];
    case 'table': {
      const text = tableText(node, cellOf);
      if (text === undefined) throw new NoMarkdown();
      return [text];
    }
    default:
      return blocksOf(node.children);
  }
}

function listOf(list: Element): string {
  const items = list.children.filter((child): child is Element => child.type === 'element');
  return items
    .map((item, index) => {
      const mark = list.tagName === 'ol' ? `${index + 1}. ` : '- ';
      const blocks = blocksOf(item.tagName === 'li' ? item.children : [item]);
      const isTight = blocks.every((block, at) => at === 0 || /^(?:- |\d+\. )/.test(block));
      return mark + blocks.join(isTight ? '\n' : '\n\n').replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function definitionsOf(list: Element): string {
  let term = '';
  return list.children
    .flatMap((child) => {
      if (child.type !== 'element') return [];
      const text = cellOf(child);
      if (child.tagName !== 'dt') return [term === '' ? `- ${text}` : `- **${term}**: ${text}`];
      term = text.replace(/[*_:]+$|^[*_]+/g, '').trim();
      return [];
    })
    .join('\n');
}

/** What a cell holds, on one line. */
export function cellOf(cell: Element): string {
  if (cell.children.some((child) => child.type === 'element' && child.tagName === 'table')) throw new NoMarkdown();
  return blocksOf(cell.children)
    .join('<br>')
    .replace(/\s*\n\s*/g, '<br>')
    .replace(/(?<!\\)\|/g, '\\|');
}

function inlineOf(nodes: readonly Content[]): string {
  return nodes
    .map(inline)
    .join('')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/[ \t]*\n[ \t]*/g, '  \n')
    .trim();
}

function inline(node: Nodes): string {
  if (node.type === 'text') {
    return node.value
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/(?<!\\)[*`]/g, '\\$&')
      .replace(/</g, '&lt;');
  }
  if (node.type !== 'element') return '';
  const within = (): string => inlineOf(node.children);
  const marked = (mark: string): string => {
    const words = node.children.map(inline).join('');
    const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
    return middle === '' ? words : `${before}${mark}${middle}${mark}${after}`;
  };
  switch (node.tagName) {
    case 'br':
      return '\n';
    case 'strong':
    case 'b':
      return marked('**');
    case 'em':
    case 'i':
      return marked('*');
    case 'del':
    case 's':
    case 'strike':
      return marked('~~');
    case 'code':
    case 'tt': {
      const words = wordsOf(node);
      return words.trim() === '' || words.includes('`') ? words : `\`${words.replace(/\s+/g, ' ')}\``;
    }
    case 'a': {
      const href = String(node.properties.href ?? '');
      const words = within();
      return href === '' || words === ''
        ? words
        : `[${words}](${/[\s()<>]/.test(href) ? `<${href.replace(/[<>\n]/g, '')}>` : href})`;
    }
    case 'img': {
      const source = String(node.properties.src ?? '');
      return source === ''
        ? ''
        : `![${String(node.properties.alt ?? '').replace(/[[\]]/g, '')}](<${source.replace(/[<>\n]/g, '')}>)`;
    }
    case 'input':
      return node.properties.type === 'checkbox' ? `[${node.properties.checked ? 'x' : ' '}] ` : '';
    // Confluence writes days as empty elements.
    case 'time':
      return within() || String(node.properties.dateTime ?? '');
    case 'script':
    case 'style':
      throw new NoMarkdown();
    default:
      return BLOCKS.has(node.tagName) ? ` ${within()} ` : node.children.map(inline).join('');
  }
}
