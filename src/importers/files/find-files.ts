import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

/** Extensions under which Markdown, or what becomes Markdown, is met, in lower case; a name without any is looked into as well. */
const MARKDOWN = new Set([
  '.md',
  '.mdx',
  '.markdown',
  '.mdown',
  '.mkd',
  '.mkdn',
  '.qmd',
  '.rmd',
  '.erb',
  '.txt',
  '.org',
  '.adoc',
  '.asciidoc',
]);
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
/** Folders that hold what tools made, never what somebody wrote. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'vendor', '_site', 'dist', 'build', 'target', '__pycache__']);
/** Files that every repository has and that tell of no incident. */
const OF_THE_REPOSITORY =
  /^(?:licen[cs]e|copying|notice|authors|contributors|codeowners|changelog|contributing|code_of_conduct|security|makefile|dockerfile|gemfile|procfile|jenkinsfile|vagrantfile|rakefile|brewfile|justfile)(?:[.-][a-z]+)*$/i;

/** What a folder holds, as paths below it with `/`, in their order. */
export interface FoundFiles {
  /** Files that may be Markdown. */
  texts: string[];
  /** Files of an export: CSV, TSV, JSON. */
  exports: string[];
  pictures: string[];
  /** Everything else, and why it was not looked into. */
  passed: { file: string; why: string }[];
}

/** Lists `folder`. Names that start with a dot are not looked at; a symbolic link is not followed. Throws if it is no folder. */
export function findFiles(folder: string): FoundFiles {
  const found: FoundFiles = { texts: [], exports: [], pictures: [], passed: [] };
  if (!lstatSync(folder, { throwIfNoEntry: false })) throw new Error(`there is no folder ${folder}`);
  walk(folder, '', found);
  return found;
}

function walk(root: string, below: string, found: FoundFiles): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, below), { withFileTypes: true });
  } catch (error) {
    found.passed.push({
      file: below || '.',
      why: `it cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const file = posix.join(below, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      if (SKIPPED_FOLDERS.has(entry.name)) found.passed.push({ file, why: 'a folder that tools write' });
      else walk(root, file, found);
    } else if (!entry.isFile()) found.passed.push({ file, why: 'a link or no ordinary file: not followed' });
    else sort(file, found);
  }
}

function sort(file: string, found: FoundFiles): void {
  const name = posix.basename(file);
  const extension = extname(name).toLowerCase();
  if (OF_THE_REPOSITORY.test(name)) found.passed.push({ file, why: 'belongs to the repository, not to an incident' });
  else if (PICTURE.test(name)) found.pictures.push(file);
  else if (['.csv', '.tsv', '.json'].includes(extension)) found.exports.push(file);
  else if (MARKDOWN.has(extension) || hasNoExtension(name)) found.texts.push(file);
  else found.passed.push({ file, why: `\`${extension}\` is no Markdown` });
}

/** `Bad AMI` and `PM2022-009 - v1.2 upgrade` have none: an extension is a dot and a few letters at the end. */
function hasNoExtension(name: string): boolean {
  return !/\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(name);
}
