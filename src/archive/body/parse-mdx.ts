import type { Root } from 'hast';
import { mdxToHast } from 'satteri';
import { hideBraces, showBraces } from './braces.ts';
import type { Findings } from './findings.ts';
import { overwriteMarks, readComplaint, startRepair, takeOut } from './mdx-syntax.ts';

/** A text is parsed at most this often; what is wrong with it beyond that is found in the next run. */
const MOST_PARSES = 100;

export interface ParsedMdx {
  root: Root;
  /** The text that was parsed, as long as the original, with its braces and mistakes overwritten. */
  text: string;
  brace: string;
  /** Attributes that were taken out of the tag at an offset, since they were no plain text. */
  removed: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * Parses an .mdx text into a tree without expressions. The parser stops at the first mistake: that one is reported and
 * overwritten, and the text parsed again, until nothing is wrong any more.
 */
export function parseMdx(text: string, findings: Findings): ParsedMdx {
  const hidden = hideBraces(text);
  const repair = startRepair(hidden);
  for (let parses = 0; ; parses += 1) {
    try {
      const root = mdxToHast(repair.text, { features: { frontmatter: false } }) as Root;
      showBraces(root, text, { text: repair.text, brace: hidden.brace }, findings);
      return { root, text: repair.text, brace: hidden.brace, removed: repair.removed };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const complaint = readComplaint(message, repair.text);
      if (!complaint) throw error;
      if (parses < MOST_PARSES && takeOut(complaint, repair, findings)) continue;
      const before = repair.text;
      if (parses >= MOST_PARSES) {
        findings.error(
          'mdx-syntax',
          complaint.offset,
          'from here on more cannot be read as MDX',
          'mend what stands above',
        );
      }
      overwriteMarks(repair, parses > MOST_PARSES ? 0 : complaint.offset, repair.text.length);
      if (repair.text === before) throw error;
    }
  }
}
