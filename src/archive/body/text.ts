import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isInline } from './html-names.ts';

/** The words of a tree without markup, one line a block (of code, one line a line): for search and for similarity. */
export function textOf(root: Root): string {
  const lines: string[] = [];
  let line: string[] = [];
  const breakLine = (): void => {
    const words = line.join('').replace(/\s+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = [];
  };
  const addWords = (words: string): void => {
    line.push(words);
  };
  const addBlock = (words: string): void => {
    breakLine();
    addWords(words);
    breakLine();
  };
  const addCode = (code: string): void => {
    breakLine();
    lines.push(
      ...code
        .split('\n')
        .map((each) => each.trimEnd())
        .filter((each) => each !== ''),
    );
  };
  const walk = (nodes: readonly (RootContent | ElementContent)[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') addWords(node.value);
      else if (node.type === 'picture') addWords(node.alt);
      else if (node.type === 'component') {
        for (const words of [node.props.title, node.props.question]) if (typeof words === 'string') addBlock(words);
        breakLine();
        walk(node.children);
        breakLine();
      } else if (node.type === 'element' && !isNoteMark(node)) walkElement(node);
    }
  };
  const walkElement = (node: Element): void => {
    if (node.tagName === 'pre') {
      addCode(codeIn(node));
      return;
    }
    const isCell = node.tagName === 'td' || node.tagName === 'th' || node.tagName === 'br';
    const edge = isCell ? () => addWords(' ') : isInline(node.tagName) ? () => {} : breakLine;
    edge();
    walk(node.children);
    edge();
  };
  walk(root.children);
  breakLine();
  return lines.join('\n');
}

/** What the page says about a note stands for nothing that somebody wrote. */
function isNoteMark({ properties }: Element): boolean {
  return (
    properties.dataFootnoteRef !== undefined ||
    properties.dataFootnoteBackref !== undefined ||
    properties.id === 'footnote-label'
  );
}

function codeIn(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(codeIn).join('') : '';
}
