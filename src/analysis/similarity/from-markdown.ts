import { FIELD_WEIGHTS, leadAndRest, type SimilarDocument } from './document.ts';

/** A file of Markdown that need not be a postmortem of Cairn. */
export interface MarkdownFile {
  /** Its path: the id of the document. */
  path: string;
  source: string;
}

const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?:\n|$)/;
/** Keys of the front matter that tell nothing of the failure, or are read by themselves. */
const NOT_PROSE =
  /^(?:title|name|summary|description|excerpt|abstract|tags|keywords|categories|author\w*|contributors?|owner|layout|template|permalink|slug|url|uuid|id|draft|published|date|updated|created|source\w*|archive_url)[ \t]*[:=]/i;
const TAGS = ['tags', 'keywords', 'categories'];
const DAY = /(?:^|\D)(\d{4})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * Any Markdown as the ranking sees it: its title from the front matter, the first heading or the file's name; what its
 * front matter says in `summary`, `description`, `tags` and their like; its text without markup. Nothing has to be there.
 * `withTitle: false` leaves the title out, wherever it stands.
 */
export function documentOfMarkdown(file: MarkdownFile, { withTitle = true } = {}): SimilarDocument {
  const whole = file.source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const front = FRONT_MATTER.exec(whole);
  const matter = front?.[2] ?? '';
  const body = whole.slice(front?.[0].length ?? 0);
  const heading = /^\s*(?:#[ \t]+(.+?)[ \t#]*|([^\n]+)\n=+[ \t]*)(?:\n|$)/.exec(body);
  const rest = heading ? body.slice(heading[0].length) : body;
  const title = frontMatterText(matter, ['title', 'name']);
  const headed = heading?.[1] ?? heading?.[2] ?? '';
  const name = nameOf(file.path);
  const texts = [
    ...(withTitle ? [{ text: title || headed || name, weight: FIELD_WEIGHTS.title }] : []),
    ...(withTitle ? [{ text: title && headed ? `${headed}\n${name}` : name, weight: FIELD_WEIGHTS.prose }] : []),
    { text: frontMatterText(matter, ['summary', 'description', 'excerpt', 'abstract']), weight: FIELD_WEIGHTS.summary },
    { text: frontMatterText(matter, TAGS), weight: FIELD_WEIGHTS.tags },
    { text: plainText(otherFrontMatter(matter)), weight: FIELD_WEIGHTS.prose },
    ...leadAndRest(plainText(rest)),
  ];
  const began = frontMatterText(matter, ['started', 'start_time', 'date', 'incident_date', 'created']);
  return {
    id: file.path,
    date: dayIn(began) || dayIn(name) || dayIn(title || headed),
    fixed: false,
    texts: texts.filter(({ text }) => text.trim() !== ''),
    signals: [],
    facets: [],
  };
}

/** What the file is called, without its folder and ending; the folder's name for an index. */
export function nameOf(path: string): string {
  const steps = path.split('/');
  const name = (steps.pop() ?? '').replace(/\.(?:mdx?|markdown)$/i, '');
  return /^(?:index|readme)$/i.test(name) ? (steps.pop() ?? name) : name;
}

/** The text of Markdown, without addresses, markup, comments and HTML. Code stays: it holds what was seen. */
export function plainText(markdown: string): string {
  return withoutComments(markdown)
    .replace(/!?\[([^\]\n]{0,400})\]\([^)\s]{0,2000}(?: +"[^"\n]{0,400}")?\)/g, '$1')
    .replace(/^\[[^\]\n]+\]:[ \t]*\S+.*$/gm, ' ')
    .replace(/<?\b(?:https?|ftp|mailto):[^\s>)\]]+>?/g, ' ')
    .replace(/<\/?[a-z][^<>\n]*>/gi, ' ')
    .replace(/&[a-z]+;|&#\d+;/gi, ' ');
}

function withoutComments(markdown: string): string {
  let text = '';
  let at = 0;
  for (let start = markdown.indexOf('<!--'); start >= 0; start = markdown.indexOf('<!--', at)) {
    const end = markdown.indexOf('-->', start);
    if (end < 0) break;
    text += `${markdown.slice(at, start)} `;
    at = end + 3;
  }
  return text + markdown.slice(at);
}

/** The text of the first of these keys that the front matter holds, lists in one line. YAML and TOML alike, read by eye. */
function frontMatterText(matter: string, keys: readonly string[]): string {
  for (const key of keys) {
    const found = new RegExp(`^${key}[ \\t]*[:=][ \\t]*(.*(?:\\n(?:[ \\t]+|- ).*)*)`, 'im').exec(matter)?.[1];
    const value = found
      ?.replace(/^[>|][-+]?[ \t]*$/m, ' ')
      .replace(/(?:^|\n)[ \t]*- /g, ' ')
      .replace(/["'[\]]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (value) return value;
  }
  return '';
}

/** The values of front matter, without those that tell nothing of the failure. */
function otherFrontMatter(matter: string): string {
  const entries = matter.split(/\n(?=[\w-]+[ \t]*[:=])/);
  const values = entries.filter((entry) => !NOT_PROSE.test(entry));
  return values.map((entry) => entry.replace(/^[\w-]+[ \t]*[:=]/, '')).join('\n');
}

function dayIn(text: string): string {
  const found = DAY.exec(text);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : '';
}
