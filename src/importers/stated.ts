import type { Severity } from '../model/site.ts';
import type { Draft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { Duration } from './times/durations.ts';
import type { Stamp, StampReader } from './times/stamps.ts';
import type { Zone } from './times/zone-words.ts';

/** A time that was stated for one moment of the incident. */
export interface StatedTime {
  stamp: Stamp;
  written: string;
  from: string;
}

/** A name of something that gets a page of its own in the catalogue. */
export interface Named {
  kind: 'causes' | 'factors' | 'services' | 'teams';
  id: string;
  name: string;
}

/** What one file states, gathered before the times are placed. */
export interface Stated {
  times: Partial<
    Record<'day' | 'started' | 'detected' | 'acknowledged' | 'mitigated' | 'resolved' | 'published', StatedTime>
  >;
  durations: Partial<Record<'timeToDetect' | 'timeToMitigate' | 'timeToResolve', Duration & { from: string }>>;
  zone?: { zone: Zone; from: string };
  /** Times that are on no calendar or clock, with what states them. */
  impossible: string[];
  named: Named[];
}

export interface FieldContext {
  draft: Draft;
  stated: Stated;
  lexicon: Lexicon;
  stamps: StampReader;
  scale: readonly Severity[];
  severityWords: Record<string, string>;
  /** A text as inline Markdown with its links settled; undefined if it is more than that. */
  inline(text: string): string | undefined;
}
