import type { Action } from './action.ts';
import type { CauseFrontMatter, ServiceFrontMatter, TeamFrontMatter } from './catalogue.ts';
import type { GuideFrontMatter } from './guide.ts';
import type { PostmortemFrontMatter } from './postmortem.ts';
import type { TimelineKind } from './timeline.ts';

/** An instant as ISO 8601 in UTC, to the second: `2024-03-01T14:30:00Z`. Sorts as text. */
export type Instant = string;

/** A calendar day, `2024-03-01`. Sorts as text. */
export type Day = string;

/**
 * Text with inline Markdown (code, emphasis, links), checked: its links to other records are site paths with the base path
 * added, and a link to a record that this build leaves out is gone.
 */
export type InlineMarkdown = string;

/** A piece of a compiled body. HTML holds no component and no picture; what holds one stays a tree around it. */
export type BodyNode =
  | { type: 'html'; html: string }
  | { type: 'element'; tag: string; attributes: Record<string, string | true>; children: BodyNode[] }
  | { type: 'component'; name: string; props: Record<string, string | true>; children: BodyNode[] }
  | { type: 'picture'; src: string; alt: string; title?: string };

/** A heading of a body. `id` is its anchor: it never clashes with an anchor of the page around it. */
export interface Heading {
  depth: number;
  id: string;
  text: string;
}

/** A compiled body. */
export interface Body {
  nodes: BodyNode[];
  headings: Heading[];
  /** The body's words without markup, for search and similarity: one line a block, code included. */
  text: string;
  /** Names of the components it uses: what they show is not shown a second time. */
  components: string[];
}

/** What every record carries. */
export interface RecordBase {
  id: string;
  /** Path below the content folder, with `/`: `postmortems/2024/2024-03-01-migration-deadlock.mdx`. */
  file: string;
}

/** A cause or factor that a postmortem names, and how it showed there. */
export interface Citation {
  id: string;
  how?: InlineMarkdown;
}

/** A timeline entry whose moment is known. */
export interface TimelineEntry {
  at: Instant;
  what: InlineMarkdown;
  kind?: TimelineKind;
  by?: string;
}

/** Fields of the front matter whose shape is settled here: times as instants, citations as objects, lists never absent. */
type Settled =
  | 'started'
  | 'detected'
  | 'acknowledged'
  | 'mitigated'
  | 'resolved'
  | 'ongoing'
  | 'windows'
  | 'causes'
  | 'factors'
  | 'timeline'
  | 'services'
  | 'aliases'
  | 'signals'
  | 'actions'
  | 'related'
  | 'tags'
  | 'links'
  | 'authors'
  | 'validation'
  | 'measures'
  | 'wentWell'
  | 'wentBadly'
  | 'gotLucky'
  | 'surprises'
  | 'lessons'
  | 'causeChain';

/** A postmortem as everything after the archive sees it: valid, its references known to exist. */
export interface Postmortem extends RecordBase, Omit<PostmortemFrontMatter, Settled> {
  started: Instant;
  detected?: Instant;
  acknowledged?: Instant;
  mitigated?: Instant;
  resolved?: Instant;
  ongoing: boolean;
  windows: { from: Instant; to: Instant }[];
  services: string[];
  aliases: string[];
  signals: string[];
  /** Root causes; empty if none is named. */
  causes: Citation[];
  /** True where the author wrote `causes: unknown`. */
  causesUnknown: boolean;
  factors: Citation[];
  causeChain: NonNullable<PostmortemFrontMatter['causeChain']>;
  timeline: TimelineEntry[];
  validation: InlineMarkdown[];
  measures: InlineMarkdown[];
  wentWell: InlineMarkdown[];
  wentBadly: InlineMarkdown[];
  gotLucky: InlineMarkdown[];
  surprises: InlineMarkdown[];
  lessons: InlineMarkdown[];
  actions: Action[];
  related: string[];
  tags: string[];
  links: { label: string; url: string }[];
  authors: string[];
  body: Body;
}

/** All that a restricted postmortem gives away: the day it started (in the site's zone) and its severity. */
export interface RestrictedCount {
  day: Day;
  severity?: string;
}

export interface Cause extends RecordBase, CauseFrontMatter {
  aliases: string[];
  related: string[];
  body: Body;
}

/** A factor has the shape of a cause; ids are unique across both. */
export type Factor = Cause;

export interface Service extends RecordBase, ServiceFrontMatter {}

export interface Team extends RecordBase, TeamFrontMatter {}

export interface Guide extends RecordBase, GuideFrontMatter {
  body: Body;
}
