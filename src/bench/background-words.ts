import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  countArchive,
  documentOfMarkdown,
  documentOfPostmortem,
  namesOf,
  type SimilarDocument,
} from '../analysis/similarity/index.ts';
import { readArchive } from '../archive/read.ts';
import { findFiles } from '../importers/files/find-files.ts';
import { CHECKOUT } from '../testing/site.ts';

// Writes the words that incidents of all archives have in common, with how many hold each, counted in the example archive.

/** A word that fewer hold is not common. */
const LEAST = 0.06;

const FILE = 'src/analysis/similarity/background-words.ts';

function textsIn(folder: string): SimilarDocument[] {
  return findFiles(join(CHECKOUT, folder)).texts.map((file) =>
    documentOfMarkdown({ path: `${folder}/${file}`, source: readFileSync(join(CHECKOUT, folder, file), 'utf8') }),
  );
}

/** For each word, the share of the documents that hold it. */
function sharesOfWords(documents: readonly SimilarDocument[]): Map<string, number> {
  return new Map([...countArchive(documents).holders].map(([word, count]) => [word, count / documents.length]));
}

/** For each word, the share of the incidents and primers of the example archive that hold it. */
export async function sharesInExample(): Promise<Map<string, number>> {
  const archive = await readArchive({ contentDir: join(CHECKOUT, 'content'), base: '/', drafts: true });
  const names = namesOf(archive);
  const incidents = archive.postmortems.map((one) => documentOfPostmortem(one, names));
  return sharesOfWords([...incidents, ...textsIn('content/causes'), ...textsIn('content/factors')]);
}

/** Common words by class: the share that is the nearest power of a half. */
async function backgroundWords(): Promise<Map<number, string[]>> {
  // What only the example's shop says is no common word: the guides tell of no shop.
  const confirmed = sharesOfWords(textsIn('src/guides'));
  const classes = new Map<number, string[]>();
  for (const [word, share] of await sharesInExample()) {
    if (share < LEAST || !confirmed.has(word) || !/^\p{L}+$/u.test(word)) continue;
    const nearest = 2 ** Math.round(Math.log2(share));
    classes.set(nearest, [...(classes.get(nearest) ?? []), word]);
  }
  return new Map([...classes].sort(([a], [b]) => b - a).map(([share, words]) => [share, words.sort()]));
}

function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > 124) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.join('\n');
}

if (import.meta.main) {
  const classes = [...(await backgroundWords())].map(
    ([share, words]) => `  [\n    ${share},\n    \`\n${wrapped(words)}\n\`,\n  ],`,
  );
  writeFileSync(
    join(CHECKOUT, FILE),
    `/**
 * Words of many incidents, whatever they tell of: the share of incidents that hold a word, by powers of a half, and the words.
 * Counted in the example archive by \`node src/bench/background-words.ts\`.
 */
const CLASSES: readonly (readonly [share: number, words: string])[] = [
${classes.join('\n')}
];

/** For each common word, by its key, the share of incidents that hold it. */
export const BACKGROUND_WORDS: ReadonlyMap<string, number> = new Map(
  CLASSES.flatMap(([share, words]) => words.trim().split(/\\s+/).map((word) => [word, share] as const)),
);
`,
  );
}
