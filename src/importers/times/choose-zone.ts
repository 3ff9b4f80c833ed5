import type { Node } from '../document.ts';
import type { RecordContext } from '../record-context.ts';
import type { TimeRow } from '../timeline/time-rows.ts';
import { leadZone } from './prose-days.ts';
import type { Stamp } from './stamps.ts';
import { zoneOf } from './zone-of.ts';
import type { Zone } from './zone-words.ts';

/** What is said of words about a zone that name none for sure. */
export const UNKNOWN_ZONE = 'no zone is known by these words';

const UTC: Zone = { offset: 0, words: 'UTC' };

/** The zone of times that name none: stated in the file, the only one its times name, of the map file; else UTC, without words. */
export function chooseZone(context: RecordContext, rows: readonly TimeRow[]): { zone: Zone; paragraph?: Node } {
  const { draft, stated, archive, document, lexicon } = context;
  const { stated: inText, unclear } = zoneOf(document, lexicon.words, archive.zones);
  const found = stated.zone ?? inText;
  if (found) {
    const meant = archive.zones[found.zone.words];
    draft.findings.push({ how: 'mapped', field: 'zone', from: found.from });
    return { zone: meant ?? found.zone, ...(inText?.paragraph && { paragraph: inText.paragraph }) };
  }
  if (unclear !== undefined) draft.trouble(`${UNKNOWN_ZONE}: ${unclear}`, 'name it as `zone` in the map file');
  const { day, published, ...moments } = stated.times;
  const [own, ...others] =
    [
      zonesOf([...Object.values(moments), ...rows]),
      zonesOf([day, published].filter((time) => time !== undefined)),
    ].find((zones) => zones.length > 0) ?? [];
  if (own && others.length === 0) {
    draft.findings.push({ how: 'derived', field: 'zone', from: `the one zone that its times name: ${own.words}` });
    return { zone: archive.zones[own.words] ?? own };
  }
  const spoken = archive.zone ? undefined : leadZone(context);
  if (spoken) {
    draft.findings.push({
      how: 'derived',
      field: 'zone',
      from: `the one zone that the opening paragraph names: ${spoken.words}`,
    });
    return { zone: archive.zones[spoken.words] ?? spoken };
  }
  if (archive.zone) {
    draft.findings.push({ how: 'derived', field: 'zone', from: archive.zoneFrom ?? 'the map file' });
    return { zone: archive.zone };
  }
  return { zone: { ...UTC, words: '' } };
}

/** Each zone once: `CET` and `+01:00` are one. */
function zonesOf(times: readonly { stamp: Stamp }[]): Zone[] {
  const zones = times.flatMap(({ stamp }) => (stamp.zone ? [stamp.zone] : []));
  return [
    ...new Map(zones.toReversed().map((zone) => ['offset' in zone ? zone.offset : zone.name, zone])).values(),
  ].toReversed();
}
