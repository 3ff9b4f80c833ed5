import type { Severity } from '../model/site.ts';
import type { Document, Section } from './document.ts';
import type { FromKeys } from './front-matter-lists.ts';
import type { AddressFate } from './inline.ts';
import type { Lexicon } from './lexicon.ts';
import type { FieldContext } from './stated.ts';
import type { DayOrder } from './times/place-times.ts';
import type { StampReader } from './times/stamps.ts';
import type { Zone } from './times/zone-words.ts';

/** What the reading of a whole archive knows. */
export interface ArchiveContext {
  lexicon: Lexicon;
  stamps: StampReader;
  /** The reader of times in timelines. */
  rowStamps: StampReader;
  scale: readonly Severity[];
  severityWords: Record<string, string>;
  dayOrder?: DayOrder;
  /** The zone of files that name none, from the map file. */
  zone?: Zone;
  /** What names it, if that is not the map file. */
  zoneFrom?: string;
  /** What abbreviations mean in this archive, from the map file. */
  zones: Record<string, Zone>;
  /** Days of files whose text names none, from the map file, by path. */
  days: Record<string, string>;
}

/** Everything about one file while its facts are gathered. */
export interface RecordContext extends FieldContext {
  file: string;
  archive: ArchiveContext;
  document: Document;
  fate: AddressFate;
  /** Addresses of pictures and records that will be where they are said to be. */
  addresses: ReadonlySet<string>;
  /** Timeline and actions of the front matter. */
  fromKeys: FromKeys;
  /** Sections whose text has been taken into fields, or is spoken for. */
  claimed: Set<Section>;
}
