import type { Element, Root, RootContent } from 'hast';
import type { ListField } from '../../model/postmortem.ts';
import type { Body } from '../../model/record.ts';
import type { TimelineKind } from '../../model/timeline.ts';
import { inReadingOrder, type Position, type Problem } from '../problem.ts';
import { Findings, positionsIn, toProblems } from './findings.ts';
import { shapeFragments, shapeHeadings } from './headings.ts';
import { takeLists } from './lists.ts';
import { parseHtml, parseMd } from './parse-md.ts';
import { parseMdx } from './parse-mdx.ts';
import { printNodes } from './print.ts';
import { settleNodes } from './settle.ts';
import { shapeElements } from './shape.ts';
import type { BodyState } from './state.ts';
import { textOf } from './text.ts';
import { eachNode } from './tree.ts';

/** A body to compile: what follows the front matter of one file. */
export interface BodySource {
  /** Path below the content folder, with `/`. */
  file: string;
  /** Absolute path of the file: pictures are looked for beside it. */
  path: string;
  format: 'mdx' | 'md';
  /** The body, with LF line ends. */
  text: string;
  /** The line of the file, counted from 1, on which `text` starts. */
  line: number;
}

/** What a relative link leads to: a site path, a record that this build leaves out, or nothing. */
export type LinkTarget =
  | { href: string }
  | { absent: true }
  | { problem: { rule: string; message: string; hint?: string } };

/** What the compiler has to be told about the archive around a body. */
export interface BodyContext {
  /** Where a relative link leads, as it is written in the file (its `#fragment` included). */
  link(href: string): LinkTarget;
  /** True for postmortems: lists under the heading of a list field are facts, and are read out of the body. */
  lists: boolean;
  /**
   * Makes what is shown for a block of code. Absent where nobody will see the body: it is then judged, and neither its nodes nor
   * its words are put together.
   */
  code?: (code: string, language: string, meta: string) => Element;
}

/** One item of a list that is a fact: inline Markdown, its links already rewritten. */
export interface BodyListItem {
  text: string;
  position: Position;
}

/** An item of a timeline: `at` is the time as it is written, `text` what happened. */
export interface BodyTimelineItem extends BodyListItem {
  at: string;
  kind?: TimelineKind;
}

/** The facts that a body held as lists. */
export type BodyLists = { timeline?: BodyTimelineItem[] } & Partial<
  Record<Exclude<ListField, 'timeline'>, BodyListItem[]>
>;

export interface CompiledBody {
  body: Body;
  lists: BodyLists;
  /** Where each of those lists starts. */
  listPositions: Partial<Record<ListField, Position>>;
  /** The pictures it uses, as `./name`, relative to the file: they exist and are safe. */
  pictures: string[];
  problems: Problem[];
}

const NOTHING_SHOWN: Body = { nodes: [], headings: [], text: '', components: [] };

/** A body longer than this is not read, in characters: it is a log, which belongs elsewhere. */
const LONGEST_BODY = 1_000_000;

/** Quotes and lists within each other deeper than anybody writes: the time it takes to parse them grows with the square. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){60}/m;

/** Compiles a body. Never throws: what is wrong with it, all of it, is in `problems`. */
export function compileBody(source: BodySource, context: BodyContext): CompiledBody {
  // Of the same length as the text, so that places in it are places in the file.
  const text = source.text
    .replace(/^\uFEFF|\r/g, ' ')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed();
  const positionOf = positionsIn(source.text, source.line);
  const findings = new Findings();
  const empty: Omit<CompiledBody, 'problems'> = {
    body: NOTHING_SHOWN,
    lists: {},
    listPositions: {},
    pictures: [],
  };
  let compiled = empty;
  if (text.length > LONGEST_BODY) {
    findings.error(
      'body-size',
      0,
      `the text is longer than a million characters`,
      'attach logs elsewhere and link to them',
    );
  } else {
    const deep = TOO_DEEP.exec(text);
    if (deep)
      findings.error('body-size', deep.index, 'quotes or lists stand too deep within each other', 'flatten them');
    else {
      try {
        compiled = compileText({ ...source, text }, context, findings, positionOf);
      } catch (error) {
        // Nodes within nodes by the thousand end the recursion of any step.
        if (error instanceof RangeError) {
          findings.error('body-size', 0, 'something in this text stands too deep within something else', 'flatten it');
        } else findings.error('body-size', 0, `this text cannot be read: ${String(error)}`);
      }
    }
  }
  return { ...compiled, problems: inReadingOrder(toProblems(findings.all, source.file, positionOf)) };
}

function compileText(
  source: BodySource,
  context: BodyContext,
  findings: Findings,
  positionOf: (offset: number) => Position,
): Omit<CompiledBody, 'problems'> {
  const { root, expressions, ...parsed } =
    source.format === 'mdx'
      ? parseMdx(source.text, findings)
      : { root: parseMd(source.text), expressions: [], text: source.text, brace: '', removed: new Map() };
  const state: BodyState = {
    source,
    context,
    findings,
    ...parsed,
    fragments: [],
    pictures: new Set(),
    placed: new Set(),
  };
  const { lists, starts } = context.lists ? takeLists(root, state, positionOf) : { lists: {}, starts: {} };

  let tree: Root = { type: 'root', children: settleNodes(root.children, state) as RootContent[] };
  if (source.format === 'md') tree = parseHtml(tree);
  shapeElements(tree);
  const headings = shapeHeadings(tree);
  shapeFragments(tree, state);
  findings.dropInside(expressions);
  return {
    body: context.code
      ? { nodes: printNodes(tree.children), headings, text: textOf(tree), components: componentsIn(tree) }
      : { ...NOTHING_SHOWN, headings },
    lists,
    listPositions: Object.fromEntries(Object.entries(starts).map(([field, start]) => [field, positionOf(start)])),
    pictures: [...state.pictures],
  };
}

function componentsIn(tree: Root): string[] {
  const names = new Set<string>();
  eachNode(tree, (node) => {
    if (node.type === 'component') names.add(node.name);
  });
  return [...names];
}
