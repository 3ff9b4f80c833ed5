import { addressFate, type LinkTargets, type Pictures } from './addresses.ts';
import { codeOf, stemOf } from './files/file-words.ts';
import { type MappedRecord, mapRecord } from './map-record.ts';
import type { Item } from './read-items.ts';
import type { ArchiveContext } from './record-context.ts';

/** One source, mapped. */
export interface Mapped {
  item: Item;
  record: MappedRecord;
  pictures: Pictures;
}

/** Maps every item; those that link to one that cannot be imported are mapped again without it. */
export function mapItems(
  items: readonly Item[],
  archive: ArchiveContext,
  targets: LinkTargets,
  progress?: (done: number, all: number) => void,
): Mapped[] {
  const one = (item: Item, reachable: LinkTargets): Mapped => {
    const pictures: Pictures = new Map();
    const own = item.zone ? { ...archive, zone: item.zone.zone, zoneFrom: item.zone.from } : archive;
    const record = mapRecord(item.name, item.split, own, addressFate(item.file, reachable, pictures));
    if (item.before !== undefined) {
      record.draft.left.push({ line: 1, text: item.before, why: 'it stands before the first of several incidents' });
    }
    for (const { message, hint } of item.notes) record.draft.trouble(message, hint);
    const { code } = codeOf(stemOf(item.file));
    if (code !== undefined && record.draft.values.aliases === undefined)
      record.draft.set('aliases', [code], 'mapped', `the name of the file ${item.file}`);
    return { item, record, pictures };
  };
  const mapped = items.map((item, index) => {
    if (index % 100 === 99) progress?.(index + 1, items.length);
    return one(item, targets);
  });
  const reached = new Set(mapped.filter(({ record }) => record.draft.has('started')).map(({ item }) => item.file));
  if (reached.size === targets.records.size) return mapped;
  const lost = [...targets.records]
    .filter((file) => !reached.has(file))
    .map((file) => Buffer.from(file, 'utf8').toString('hex'));
  return mapped.map((each) => {
    const text = `${each.record.body}${JSON.stringify(each.record.draft.values)}`;
    return lost.some((mark) => text.includes(`cairn-link-${mark}.md`))
      ? one(each.item, { ...targets, records: reached })
      : each;
  });
}

/** A heading that two files share may have been copied with the file: both are told. */
export function noteCopiedHeadings(records: readonly Mapped[]): void {
  const byHeading = Map.groupBy(
    records.filter(({ record }) => record.heading !== undefined),
    ({ record }) => record.heading?.toLowerCase(),
  );
  for (const group of byHeading.values()) {
    for (const { item, record } of group.length > 1 ? group : []) {
      const other = group.find((one) => one.item !== item);
      record.draft.trouble(
        `its first heading is also that of ${other?.item.name}: one of them may be a copy`,
        'give each its own title',
      );
    }
  }
}

/** A number that several files bear is the alias of none. */
export function keepAliasesUnique(records: readonly Mapped[]): void {
  const owners = Map.groupBy(
    records.flatMap(({ record }) =>
      ((record.draft.values.aliases ?? []) as string[]).map((alias) => ({ alias: alias.toLowerCase(), record })),
    ),
    ({ alias }) => alias,
  );
  for (const { record } of records) {
    const aliases = (record.draft.values.aliases ?? []) as string[];
    const own = aliases.filter((alias) => owners.get(alias.toLowerCase())?.length === 1);
    if (own.length === aliases.length) continue;
    const shared = aliases.filter((alias) => !own.includes(alias));
    record.draft.imported.aliases = shared;
    record.draft.trouble(`${shared.join(', ')} names several incidents, and is no alias of this one`);
    if (own.length > 0) record.draft.values.aliases = own;
    else delete record.draft.values.aliases;
  }
}
