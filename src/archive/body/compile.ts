import type { ListField } from '../../model/postmortem.ts';
import type { Body } from '../../model/record.ts';
import type { TimelineKind } from '../../model/timeline.ts';
import type { Position, Problem } from '../problem.ts';

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

/** Compiles a body. Never throws: what is wrong with it, all of it, is in `problems`. */
export function compileBody(source: BodySource, context: BodyContext): CompiledBody {
  void context;
  return {
    body: { nodes: [], headings: [], text: source.text, components: [] },
    lists: {},
    listPositions: {},
    pictures: [],
    problems: [],
  };
}
