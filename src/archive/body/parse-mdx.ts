import type { Root } from 'hast';
import { mdxToHast } from 'satteri';
import { type Expression, hideBraces, showBraces } from './braces.ts';
import type { Findings } from './findings.ts';
import { endOfBlock, scanTag } from './jsx-tag.ts';
import {
  type Complaint,
  overwriteMarks,
  type Repair,
  readComplaint,
  startRepair,
  tagName,
  takeOut,
} from './mdx-syntax.ts';

/** So many mistakes of syntax are reported of one text; what is wrong with it beyond is found in the next run. */
const MOST_MISTAKES = 100;

/** How far beyond a mistake the text is parsed at first, in characters. */
const STEP = 2_000;

/** The parser's time for what it cannot read grows with the square of its tags: parsing ends at this sum of squares. */
const MOST_EFFORT = 2e9;

export interface ParsedMdx {
  root: Root;
  /** Where expressions stand, in order: what is found inside them is no mistake of its own. */
  expressions: Expression[];
  /** The text that was parsed, as long as the original, with its braces and mistakes overwritten. */
  text: string;
  brace: string;
  /** Attributes that were taken out of the tag at an offset, since they were no plain text. */
  removed: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Parses an .mdx text into a tree without expressions. Everything in it that is no such text is reported. */
export function parseMdx(text: string, findings: Findings): ParsedMdx {
  const hidden = hideBraces(text);
  const repair = startRepair(hidden);
  const root = parseRepaired(repair, findings);
  const expressions = showBraces(root, text, { text: repair.text, brace: hidden.brace }, findings);
  return { root, expressions, text: repair.text, brace: hidden.brace, removed: repair.removed };
}

/**
 * The parser stops at the first mistake: that one is reported and overwritten, and the text parsed again, until nothing is
 * wrong with it any more. Since each further mistake costs the parser time, and all the more the later it stands, the text is
 * then parsed no further than some way beyond the mistakes that are known.
 */
function parseRepaired(repair: Repair, findings: Findings): Root {
  const { length } = repair.text;
  let end = length;
  let step = STEP;
  let effort = 0;
  for (let mistakes = 0; ; ) {
    const text = repair.text.slice(0, end);
    const outcome = tryParse(text);
    if (!('message' in outcome)) {
      if (end >= length) return outcome;
      step *= 2;
      end = endOfBlock(repair.text, end + step);
      continue;
    }
    effort += (text.match(/</g)?.length ?? 0) ** 2;
    const further = end < length ? furtherEnd(outcome, repair, end) : undefined;
    if (further !== undefined) {
      end = further;
      continue;
    }
    mistakes = effort > MOST_EFFORT ? Math.max(mistakes, MOST_MISTAKES) + 1 : mistakes + 1;
    if (mistakes > MOST_MISTAKES || !takeOut(outcome, repair, findings)) {
      giveUp(outcome.offset, mistakes - MOST_MISTAKES, repair, findings);
      end = length;
    } else {
      step = STEP;
      end = endOfBlock(repair.text, outcome.offset + step);
    }
  }
}

function tryParse(text: string): Root | Complaint {
  try {
    return mdxToHast(text, { features: { frontmatter: false } }) as Root;
  } catch (error) {
    const complaint = readComplaint(error instanceof Error ? error.message : String(error), text);
    if (!complaint) throw error;
    return complaint;
  }
}

/** How far to parse where a complaint may be due to the end of what was parsed; undefined if the mistake is real. */
function furtherEnd({ offset, other, message }: Complaint, { text, brace }: Repair, end: number): number | undefined {
  const closedAt = (mark: string): number | undefined => {
    const at = text.indexOf(mark, end);
    return at < 0 ? undefined : endOfBlock(text, at + mark.length);
  };
  if (message.startsWith('Expected a closing tag')) {
    return message.endsWith('`paragraph`') ? undefined : closedAt(`</${tagName(text, other ?? offset)}`);
  }
  if (message.startsWith('Unexpected end of file')) return closedAt('*/');
  const tagEnd = scanTag(text, offset, brace, text.length).end;
  return tagEnd !== undefined && tagEnd > end ? endOfBlock(text, tagEnd) : undefined;
}

/** Overwrites all that could be a mistake from here on, or, where that did not help, anywhere. */
function giveUp(offset: number, beyond: number, repair: Repair, findings: Findings): void {
  if (beyond === 1) {
    findings.error(
      'mdx-syntax',
      offset,
      'from here on more cannot be read as MDX',
      'mend what stands above, and look again',
    );
  }
  if (beyond > 2) throw new Error('nothing of it can be read as MDX');
  overwriteMarks(repair, beyond > 1 ? 0 : offset, repair.text.length);
}
