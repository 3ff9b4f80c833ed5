/** One key of a front matter as it is written: the comments and blank lines before it, and its own lines. */
export interface Block {
  key: string;
  before: string[];
  lines: string[];
}

const KEY = /^["']?([A-Za-z][\w-]*)["']?[ \t]*:(?:[ \t]|$)/;

/** The keys of a front matter, in its order. What stands before a key at the margin belongs to that key. */
export function blocksOf(frontMatter: string): Block[] {
  const blocks: Block[] = [];
  let waiting: string[] = [];
  for (const line of frontMatter.split('\n')) {
    const key = KEY.exec(line)?.[1];
    if (key !== undefined) {
      blocks.push({ key, before: waiting, lines: [line] });
      waiting = [];
    } else if (line.trim() === '' || line.startsWith('#')) {
      waiting.push(line);
    } else {
      blocks.at(-1)?.lines.push(...waiting, line);
      waiting = [];
    }
  }
  return blocks;
}

/** Lines that YAML does not read until somebody takes the `# ` away. */
export function commentedOut(lines: readonly string[]): string[] {
  return lines.map((line) => (line.trim() === '' ? line : `# ${line}`));
}

/** The lines of a block with the keys that have no value commented out, each where it stands. */
export function withoutBlanks(lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const [, indent] = /^( +)[\w-]+:[ \t]*$/.exec(line) ?? [];
    if (indent === undefined) return line;
    const next = lines.slice(index + 1).find((each) => each.trim() !== '' && !each.trimStart().startsWith('#')) ?? '';
    const depth = next.length - next.trimStart().length;
    const isHeld = depth > indent.length || (depth === indent.length && next.trimStart().startsWith('- '));
    return isHeld ? line : `${indent}# ${line.trimStart()}`;
  });
}
