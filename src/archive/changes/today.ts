import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../model/record.ts';
import { siteSchema } from '../../model/site.ts';
import { readEntry } from '../entry.ts';
import type { ContentFile } from '../files.ts';
import { zoneFault } from '../times/zones.ts';

/** Today's date in the zone that site.yaml names, of whose archive these are the files; in UTC where it names none. */
export function todayIn(files: readonly ContentFile[]): Day {
  const site = files.find(({ kind }) => kind === 'site');
  const zone = site && readEntry(site, siteSchema).entry.values.timezone;
  return Temporal.Now.plainDateISO(zone === undefined || zoneFault(zone) ? 'UTC' : zone).toString();
}
