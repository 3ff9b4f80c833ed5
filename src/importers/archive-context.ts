import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../archive/yaml/values.ts';
import { type Severity, siteSchema } from '../model/site.ts';
import { lexiconOf } from './lexicon.ts';
import { type MapFile, wordsOf } from './map-file.ts';
import type { ArchiveContext } from './record-context.ts';
import { rowStamps } from './timeline/row-stamps.ts';
import { stampReader } from './times/stamps.ts';

/** The words, the scale and the zones that one archive is read with. */
export function archiveContext(map: MapFile, scale: readonly Severity[]): ArchiveContext {
  const words = wordsOf(map);
  const stamps = stampReader(words, map.zones);
  return {
    lexicon: lexiconOf(words, {
      ...(map.headings && { headings: map.headings }),
      ...(map.keys && { labels: map.keys }),
    }),
    stamps,
    rowStamps: rowStamps(stamps, words),
    scale,
    severityWords: map.severities ?? {},
    zones: map.zones ?? {},
    days: map.days ?? {},
    ...(map.zone && { zone: map.zone }),
  };
}

/** The severity scale of the content folder, else the one Cairn ships. */
export function scaleOf(out: string): readonly Severity[] {
  const file = join(out, 'site.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const parsed = siteSchema.safeParse(readYaml('site.yaml', text).value ?? {});
  return parsed.success ? parsed.data.severities : siteSchema.parse({}).severities;
}
