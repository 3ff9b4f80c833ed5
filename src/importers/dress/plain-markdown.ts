import type { Left } from '../draft.ts';
import type { SplitFile } from '../files/split-front-matter.ts';
import { fromAsciiDoc } from './asciidoc.ts';
import { fromDefinitionLists } from './definition-lists.ts';
import { fromEscapes } from './escapes.ts';
import { fromHtml } from './html-blocks.ts';
import { fromIndentedBlocks } from './indented-blocks.ts';
import { linesOf, type Plain } from './lines.ts';
import { withMarksApart } from './marks-apart.ts';
import { fromOrgMode } from './org-mode.ts';
import { fromPlainHeadings } from './plain-headings.ts';
import { fromWikiLinks, type PageOf } from './wiki-links.ts';
import { fromAsides, fromImports } from './wrappers.ts';

/** A body in the one dress that every later reader knows. */
export interface PlainSplit extends SplitFile {
  /** Of each line of the body, the line of the file that it comes from, counted from 1. */
  lines: number[];
  /** Marks that went with the dress. */
  left: Left[];
}

/**
 * Turns what a body writes in another dress (blocks of HTML, Org mode, AsciiDoc, wiki links, definition lists, needless
 * escapes) into plain Markdown, before anything is read from it. Words stay; marks that go are listed. Throws nothing.
 */
export function toPlainMarkdown(split: SplitFile, pageOf: PageOf): PlainSplit {
  const start: Plain = { lines: linesOf(split.body), left: [] };
  const steps = [
    fromOrgMode,
    fromAsciiDoc,
    fromIndentedBlocks,
    fromImports,
    fromAsides,
    fromHtml,
    fromEscapes,
    fromPlainHeadings,
    fromDefinitionLists,
    fromWikiLinks(pageOf),
    withMarksApart,
  ];
  const { lines, left } = steps.reduce((plain, step) => step(plain), start);
  return {
    ...split,
    body: lines.map(({ text }) => text).join('\n'),
    lines: lines.map(({ from }) => from + split.bodyLine),
    left: left.map((one) => ({ ...one, line: one.line + split.bodyLine - 1 })),
  };
}
