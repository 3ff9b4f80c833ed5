import { applyField } from './fields.ts';
import { actionsOfKey, rowsOfKey } from './front-matter-lists.ts';
import type { RecordContext } from './record-context.ts';

/** Keys in the order in which they stand; what has no field is kept as it is. Keys within a key count where it is known for none. */
export function mapFrontMatter(values: Record<string, unknown>, { draft, ...others }: RecordContext): void {
  Object.assign(draft.imported, unmapped(values, '', { draft, ...others }));
}

/** `[params]` of Hugo and `extra:` of Zola hold what a theme needs: the facts in it are read as if they stood above. */
function unmapped(
  values: Record<string, unknown>,
  above: string,
  context: RecordContext,
): Record<string, unknown> | undefined {
  const { lexicon } = context;
  const rest: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(values)) {
    if (above === '' && applyOwnKey(key, value, context)) continue;
    const own = lexicon.label(key);
    // `impact: { description: … }` sums up the impact, not the incident.
    const field = own === 'summary' && lexicon.label(above.slice(0, -1)) === 'impact' ? 'impact' : own;
    const isKnown = field !== undefined && field !== 'keep' && field !== 'body';
    const actions = field === 'actions' && above === '' ? actionsOfKey(value, lexicon) : undefined;
    if (actions) {
      actions[0]?.aside.push(key);
      context.fromKeys.actions.push(...actions);
      continue;
    }
    const rows =
      field === 'timeline' && above === '' ? rowsOfKey(value, lexicon, context.archive.rowStamps) : undefined;
    rows?.[0]?.dropped.push(key);
    if (rows) Object.assign(context.fromKeys, { rows, key });
    const names = isKnown ? namesIn(value) : undefined;
    if (isKnown && applyField(field, names ?? value, `key \`${above}${key}\``, context) && !names) continue;
    const kept = above === '' && isRecord(value) ? unmapped(value, `${key}.`, context) : value;
    if (kept !== undefined) rest[key] = kept;
  }
  return above !== '' && Object.keys(rest).length === 0 ? undefined : rest;
}

/** `[{ name: dns, team: net }]`: the names, where a list holds more than names. All of it is kept as well. */
function namesIn(value: unknown): string[] | undefined {
  const names = Array.isArray(value) ? value.map((item) => (isRecord(item) ? item.name : undefined)) : [];
  return names.length > 0 && names.every((name) => typeof name === 'string') ? names : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

/** What says who may see it, and what sort of record it is, in the very words of a postmortem: an import publishes no secret. */
function applyOwnKey(key: string, value: unknown, { draft }: RecordContext): boolean {
  const words: Record<string, readonly string[]> = {
    visibility: ['internal', 'restricted'],
    type: ['incident', 'near-miss', 'exercise'],
  };
  const isOwn = typeof value === 'string' && Object.hasOwn(words, key) && words[key]?.includes(value);
  if (isOwn) draft.set(key, value, 'mapped', `key \`${key}\`: ${value}`);
  return isOwn === true;
}
