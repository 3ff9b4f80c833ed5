import type { BodyContext, BodySource } from './compile.ts';
import type { Findings } from './findings.ts';

/** What the steps of one compilation share. */
export interface BodyState {
  source: BodySource;
  context: BodyContext;
  findings: Findings;
  /** The text as it was parsed: as long as the source's, with the same line ends. */
  text: string;
  /** The character that stands for `{` in it; empty in .md. */
  brace: string;
  /** Attributes that were taken out of the tag at an offset, since they were no plain text. */
  removed: ReadonlyMap<number, ReadonlySet<string>>;
  /** Links to places of this very page, to be checked once its headings are known. */
  fragments: { fragment: string; offset: number }[];
  /** The facts that stand in the text so far, by component. */
  placed: Set<string>;
  /** The pictures in use, as they stand in picture nodes. */
  pictures: Set<string>;
}
