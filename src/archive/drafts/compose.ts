import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { postmortemSchema } from '../../model/postmortem.ts';
import { ONLY_THE_DAY } from '../rules/unstated-time.ts';
import { readYaml } from '../yaml/values.ts';
import { type Block, commentedOut, withoutBlanks } from './blocks.ts';
import { type BodySection, isSectionFor, listFieldNamed, plain, sectionsOf } from './body-sections.ts';
import type { Template } from './template.ts';

/** What is known of an incident when its postmortem is begun, by the keys of the front matter. */
export interface Known {
  title: string;
  started: string;
  /** True where `started` is a day, and its time only stands there because a time has to. */
  onlyTheDay: boolean;
  timezone?: string;
  severity?: string;
  services?: readonly string[];
  owner?: string;
  type?: string;
}

/** What a new file has to go with. */
export interface Demands {
  /** The sections that site.yaml asks of the severity; none where it is no incident. */
  sections: readonly string[];
  /** Where the template lacks a section, it is copied from this one. */
  full: Template;
  /** True for what an id of a key refers to. */
  exists(key: string, id: string): boolean;
}

/** A new postmortem. */
export interface Draft {
  text: string;
  /** Keys that the template fills with what this archive does not know: they are commented out. */
  refused: string[];
}

const ORDER = Object.keys(postmortemSchema.shape);
const SHAPE = postmortemSchema.shape as Record<string, { safeParse(value: unknown): { success: boolean } } | undefined>;

const ADVICE =
  '# A line such as `# detected:` waits for its value: take the # away and write it. Delete what does not apply.';
const ADVICE_ON_STATUS = '# draft: only in previews. review: in every build, marked as such. published: final.';

/** A new postmortem from a template: what is known is filled in, and everything else waits as a comment. */
export function composeDraft(template: Template, known: Known, demands: Demands): Draft {
  const { onlyTheDay, ...facts } = known;
  const given: Record<string, unknown> = { status: 'draft', ...facts };
  const refused: string[] = [];
  const blocks = withSections(template, demands);
  const written = blocks.map(({ key, before, lines }): Block => {
    const own = key === 'started' && onlyTheDay ? [...before, ONLY_THE_DAY] : before;
    if (given[key] !== undefined) return { key, before: own, lines: [line(key, given[key])] };
    const settled = settle({ key, before, lines }, template.values[key], demands);
    if (settled.isRefused) refused.push(key);
    return { key, before, lines: settled.lines };
  });
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || written.some((block) => block.key === key)) continue;
    const notes = key === 'status' ? [ADVICE_ON_STATUS] : key === 'started' && onlyTheDay ? [ONLY_THE_DAY] : [];
    insert(written, { key, before: notes, lines: [line(key, value)] });
  }
  const front = written
    .flatMap(({ before, lines }) => [...before, ...lines])
    .join('\n')
    .replace(/^\n+/, '');
  return { text: `---\n${ADVICE}\n\n${front}\n---\n\n${bodyWith(template, demands).trim()}\n`, refused };
}

/** A key as the reader takes it back, whatever the value. */
function line(key: string, value: unknown): string {
  if (Array.isArray(value)) return `${key}: [${value.join(', ')}]`;
  return stringify(
    { [key]: value },
    { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: 1_000_000 },
  ).trimEnd();
}

/** What becomes of a key that nobody filled in: it stays where the template filled it itself, else it is commented out. */
function settle(block: Block, value: unknown, demands: Demands): { lines: string[]; isRefused: boolean } {
  const asComment = { lines: commentedOut(block.lines), isRefused: false };
  const kept = withoutEmpty(value);
  if (kept === undefined) return asComment;
  const schema = Object.hasOwn(SHAPE, block.key) ? SHAPE[block.key] : undefined;
  if (!schema) return { ...asComment, isRefused: true };
  if (!schema.safeParse(kept).success) return asComment;
  if (idsIn(kept).some((id) => !demands.exists(block.key, id))) return { ...asComment, isRefused: true };
  const lines = withoutBlanks(block.lines);
  const read = readYaml('', lines.join('\n')).value?.[block.key];
  return isDeepStrictEqual(read, kept) ? { lines, isRefused: false } : asComment;
}

/** A value without texts, lists and maps that are empty; undefined if nothing is left. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, each]) => {
    const left = withoutEmpty(each);
    return left === undefined ? [] : [[key, left]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    if (typeof item === 'string') return [item];
    const { id, owner } = item as { id?: string; owner?: string };
    return [owner ?? id ?? []].flat();
  });
}

/** The keys of a template, and those that the severity asks for and it lacks. */
function withSections({ blocks, body }: Template, { sections, full }: Demands): Block[] {
  const all = [...blocks];
  const held = sectionsOf(body).sections;
  for (const name of sections) {
    const key = ORDER.find((each) => plain(each) === plain(name));
    if (key === undefined || listFieldNamed(name) || held.some((section) => isSectionFor(name, section))) continue;
    const block = full.blocks.find((each) => each.key === key) ?? { key, before: [], lines: [`${key}:`] };
    if (!all.some((each) => each.key === key)) insert(all, block);
  }
  return all;
}

/** Puts a key where the model has it among the others. */
function insert(blocks: Block[], block: Block): void {
  const rank = ORDER.indexOf(block.key);
  const at = blocks.findIndex(({ key }) => ORDER.indexOf(key) > rank);
  blocks.splice(at < 0 ? blocks.length : at, 0, block);
}

/** The body of a template, and the sections that the severity asks for and it lacks. */
function bodyWith({ body, blocks, format }: Template, { sections, full }: Demands): string {
  const held = sectionsOf(body).sections;
  const spare = sectionsOf(full.body).sections;
  const added = sections.flatMap((name): string[] => {
    const field = listFieldNamed(name);
    const isKey = field === undefined && ORDER.some((key) => plain(key) === plain(name));
    const isThere = held.some((section) => isSectionFor(name, section)) || blocks.some(({ key }) => key === field);
    if (isKey || isThere) return [];
    const section = spare.find((each) => isSectionFor(name, each)) ?? newSection(name);
    const text = section.lines.join('\n').trim();
    return ['', format === 'md' ? text.replace(/\{\/\*([\s\S]*?)\*\/\}/g, '<!--$1-->') : text];
  });
  // A template stands one folder deep, a postmortem two.
  return `${body.replaceAll('](../', '](../../').trimEnd()}\n${added.join('\n')}`;
}

function newSection(name: string): BodySection {
  return { heading: name, lines: [`## ${name}`, '', '{/* A section that your severity asks for. */}'] };
}
