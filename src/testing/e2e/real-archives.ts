import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { toId } from '../../model/id.ts';
import { corpus } from '../corpora.ts';
import { filesBelow } from '../gates/files.ts';

/** Archives that real teams wrote by hand. */
export const REAL_ARCHIVES = [
  'dfds__postmortems',
  'jupyterhub__mybinder.org-deploy',
  'python-discord__infra',
  'usegalaxy-eu__website',
].map(corpus);

/** A document of such an archive, given no more than Cairn needs. */
export interface RealDocument {
  id: string;
  title: string;
  /** As it stands in the content folder, without the front matter. */
  body: string;
}

/** Writes the documents of `folder` as an archive that can be built, into `content`. Returns them in the order of their ids. */
export async function convert(folder: string, content: string): Promise<RealDocument[]> {
  await mkdir(join(content, 'postmortems'), { recursive: true });
  const documents: RealDocument[] = [];
  for (const path of filesBelow(folder).filter(isPostmortem)) {
    const source = (await readFile(join(folder, path), 'utf8')).replaceAll('\r\n', '\n');
    const [, frontMatter = '', text = ''] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(source) ?? [];
    const name = basename(path, extname(path) === '.md' ? '.md' : '');
    const title = /^title: *(.+)$/m.exec(frontMatter)?.[1] ?? /^# +(.+)$/m.exec(text)?.[1] ?? name;
    const day = [name, frontMatter, text].map(dayIn).find(Boolean) ?? `${/20\d\d/.exec(name)?.[0] ?? '2020'}-01-01`;
    const document = { id: toId(name), title, body: withoutWhatIsNotAllowed(text) };
    const head = `title: ${JSON.stringify(title)}\nstatus: review\nstarted: ${day}T00:00Z`;
    await writeFile(join(content, 'postmortems', `${document.id}.md`), `---\n${head}\n---\n${document.body}`);
    documents.push(document);
  }
  return documents.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isPostmortem(path: string): boolean {
  return !/(?:^|\/)(?:\.|LICENSE|README|index\.)|template/.test(path);
}

function dayIn(text: string): string | undefined {
  const days = text.match(/\b20\d\d-(?:0[1-9]|1[0-2])-\d\d\b/g) ?? [];
  return days.find((day) => !Number.isNaN(Date.parse(day)));
}

/** HTML beyond the plainest, and links and pictures that lead out of the archive's folder, become text. */
function withoutWhatIsNotAllowed(text: string): string {
  const parts = text.split(/(^ *(`{3,}|~{3,})[\s\S]*?\n *\2 *$|`[^`\n]+`)/m);
  return parts
    .map((part, index) => {
      // The pieces between the matches are prose; each match is followed by its own fence.
      if (index % 3 === 2) return '';
      if (index % 3 === 1) return part;
      return part
        .replace(/<(?!https?:|!--|\/?(?:br|details|summary)>)(?=[A-Za-z/])/g, '&lt;')
        .replace(/!?\[([^\]]*)\]\((?!https?:|mailto:)[^)]*\)/g, '$1')
        .replace(/^\[([^\]^]+)\]: (?!https?:)(.*)$/gm, '$1: `$2`');
    })
    .join('');
}

/** Words that tell `document` from the others: those that the fewest of them hold, the most frequent first. */
export function knownWords(document: RealDocument, all: readonly RealDocument[], count: number): string[] {
  const words = (text: string): string[] => text.toLowerCase().match(/\b[a-z]{6,14}\b/g) ?? [];
  const own = Map.groupBy(words(document.body), (word) => word);
  const sets = all.map(({ body }) => new Set(words(body)));
  return [...own]
    .map(([word, uses]) => ({ word, uses: uses.length, documents: sets.filter((set) => set.has(word)).length }))
    .sort((a, b) => a.documents - b.documents || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => word);
}
