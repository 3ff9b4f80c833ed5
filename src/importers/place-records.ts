import { ID_LENGTH, isId, toId } from '../model/id.ts';
import { stemOf } from './files/file-words.ts';
import type { ImportedBefore } from './imported-before.ts';
import type { Mapped } from './map-items.ts';
import type { Item } from './read-items.ts';
import { digestOf } from './record-file.ts';

export interface Place {
  id: string;
  /** Path below the content folder. */
  file: string;
}

/** Where each record goes: where it was before, else in the folder of its year under the name of its file. */
export function placeRecords(records: readonly Mapped[], before: ImportedBefore): Map<string, Place> {
  const places = new Map<string, Place>();
  const taken = new Set(before.ids);
  for (const { item } of records) {
    const known = before.bySource.get(item.name);
    if (known) places.set(item.name, { id: known.id, file: known.file });
  }
  for (const { item, record, pictures } of records) {
    if (places.has(item.name)) continue;
    const { started, title } = record.draft.values as { started: string; title: string };
    const wanted = idFor(item, started, title);
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted.slice(0, ID_LENGTH - 4).replace(/-+$/, '')}-${count}`;
    taken.add(id);
    const year = started.slice(0, 4);
    places.set(item.name, { id, file: `postmortems/${year}/${id}${pictures.size > 0 ? '/index' : ''}.md` });
  }
  return places;
}

/** The id: the file's name, or day and title where that says nothing. It is the same at every import. */
function idFor(item: Item, started: string, title: string): string {
  const stem = item.name === item.file ? toId(stemOf(item.file)) : '';
  const saysNothing =
    stem === '' || /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(stem) || /^\d+$/.test(stem) || !/[a-z]/.test(stem);
  const id = saysNothing ? toId(`${started.slice(0, 10)}-${title}`) : stem;
  const short = id.slice(0, ID_LENGTH).replace(/-+$/, '');
  return isId(short) ? short : `incident-${digestOf(item.name).slice(0, 8)}`;
}
