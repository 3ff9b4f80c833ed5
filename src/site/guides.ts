import { type CollectionEntry, getCollection, type RenderResult, render } from 'astro:content';
import type { Guide } from '../model/record.ts';
import { records } from './records.ts';

/** A guide in the list: Cairn's own, or the team's. A team's guide takes the place of Cairn's of the same id. */
export type ListedGuide = { id: string; title: string; summary: string; order?: number | undefined } & (
  | { own: CollectionEntry<'guides'> }
  | { team: Guide }
);

/** Every guide: those with an order first, by it, then by title. */
export async function guideList(): Promise<ListedGuide[]> {
  const guides = new Map<string, ListedGuide>();
  for (const entry of await getCollection('guides', ({ id }) => !isRule(id)))
    guides.set(entry.id, { ...entry.data, id: entry.id, own: entry });
  for (const guide of (await records()).guides) {
    const { id, title, summary, order } = guide;
    guides.set(id, { id, title, summary, order, team: guide });
  }
  const placeOf = ({ order }: ListedGuide): number => order ?? Number.POSITIVE_INFINITY;
  return [...guides.values()].sort((a, b) =>
    placeOf(a) === placeOf(b) ? a.title.localeCompare(b.title, 'en') : placeOf(a) - placeOf(b),
  );
}

/** The pages of the rules of `cairn check`, each under the name of its rule, in the order of their names. */
export async function rulePages(): Promise<{ rule: string; page: CollectionEntry<'guides'> }[]> {
  const pages = await getCollection('guides', ({ id }) => isRule(id));
  return pages.map((page) => ({ rule: page.id.slice(RULES.length), page })).sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

const RULES = 'rules/';

function isRule(id: string): boolean {
  return id.startsWith(RULES);
}

/** The content of one of Cairn's own guides, and its headings. */
export function renderGuide(entry: CollectionEntry<'guides'>): Promise<RenderResult> {
  return render(entry);
}
