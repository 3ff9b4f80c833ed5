/** GitHub takes 65,536 characters in a comment, GitLab 1,000,000. */
export const MOST_CHARACTERS = 65_000;

/** One part of a comment. What cannot be cut stands or falls as a whole. */
export interface Block {
  /** What it is, for the sentence that says what was left out: `the problems of 3 files`. */
  what: string;
  markdown: string;
}

/**
 * A comment of these blocks, in their order, that is no longer than a forge takes. Blocks that do not fit any more are left
 * out, and the last line names them.
 */
export function commentOf(blocks: readonly Block[], where: string, most = MOST_CHARACTERS): string {
  const kept: string[] = [];
  const left: string[] = [];
  // The sentence at the end needs room of its own.
  let room = most - 1_000;
  for (const { what, markdown } of blocks) {
    if (markdown.length + 2 <= room) {
      kept.push(markdown);
      room -= markdown.length + 2;
    } else left.push(what);
  }
  if (left.length > 0) {
    const named = left.length > 8 ? [...left.slice(0, 8), `${left.length - 8} further parts`] : left;
    kept.push(`Cut, since a comment has no room for more: ${named.join('; ').slice(0, 800)}. ${where}`);
  }
  return `${kept.join('\n\n')}\n`;
}
