/**
 * Words of which one at least stands in every text that a pattern matches, in the pattern's own letters: where none of them
 * stands, nobody has to look closer. `source` is a regular expression of words, groups, classes and quantifiers. Empty where
 * there are no such words.
 */
export function needlesOf(source: string): string[] {
  const branches = branchesOf(source).map(needlesOfBranch);
  return branches.some((needles) => needles.length === 0) ? [] : [...new Set(branches.flat())];
}

/** One thing after the other in a pattern: a group, a class, an escape, or a stretch of letters; and how often it may stand. */
const PIECE = /\[(?:\\.|[^\]])*\]|\\.|[A-Za-z-]+|[^()]/y;
const QUANTIFIER = /[?*+]\??|\{(\d+)(?:,\d*)?\}\??/y;

function needlesOfBranch(branch: string): string[] {
  let best: string[] = [];
  const offer = (needles: string[]): void => {
    if (shortest(needles) > shortest(best)) best = needles;
  };
  for (let at = 0; at < branch.length; ) {
    const end = branch[at] === '(' ? endOfGroup(branch, at) : endOf(PIECE, branch, at);
    const after = endOf(QUANTIFIER, branch, end);
    const quantifier = branch.slice(end, after);
    const isOptional = /^(?:[?*]|\{0)/.test(quantifier);
    const piece = branch.slice(at, end);
    if (piece.startsWith('(?:') && !isOptional) offer(needlesOf(piece.slice(3, -1)));
    // A quantifier speaks of the last letter alone.
    else if (/^[A-Za-z-]/.test(piece)) offer([(quantifier === '' ? piece : piece.slice(0, -1)).toLowerCase()]);
    at = after;
  }
  return best.some((needle) => needle === '') ? [] : best;
}

function shortest(needles: readonly string[]): number {
  return needles.length === 0 ? 0 : Math.min(...needles.map(({ length }) => length));
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** What stands between the bars that are in no group. */
function branchesOf(source: string): string[] {
  const branches: string[] = [];
  let start = 0;
  for (let at = 0; at < source.length; ) {
    if (source[at] === '|') {
      branches.push(source.slice(start, at));
      start = at + 1;
    }
    at = source[at] === '(' ? endOfGroup(source, at) : endOf(PIECE, source, at);
  }
  return [...branches, source.slice(start)];
}

function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; ) {
    if (source[at] === '(') depth += 1;
    if (source[at] === ')') depth -= 1;
    at = '()'.includes(source[at] as string) ? at + 1 : endOf(PIECE, source, at);
    if (depth === 0) return at;
  }
  return source.length;
}
