import { getCollection, getEntry } from 'astro:content';
import { dayIn } from '../analysis/days.ts';
import type { Edition } from '../archive/loader.ts';
import type { Cause, Day, Factor, Guide, Postmortem, RecordBase, Service, Team } from '../model/record.ts';

/** The records of this build, each kind also by id. */
export interface Records extends Edition {
  postmortems: Postmortem[];
  causes: Cause[];
  factors: Factor[];
  services: Service[];
  teams: Team[];
  guides: Guide[];
  /** The day of the first postmortem; absent in an empty archive. */
  since?: Day;
  postmortem: ReadonlyMap<string, Postmortem>;
  cause: ReadonlyMap<string, Cause>;
  factor: ReadonlyMap<string, Factor>;
  service: ReadonlyMap<string, Service>;
  team: ReadonlyMap<string, Team>;
}

// The schemas of the collections say what an author writes; the loaders store the finished records of model/record.ts.
const stored = <T extends RecordBase>(entries: { data: unknown }[]): T[] => entries.map((entry) => entry.data as T);

const byId = <T extends RecordBase>(records: T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));

async function loadRecords(): Promise<Records> {
  const edition = await getEntry('edition', 'edition');
  if (!edition) throw new Error('The archive was not read: start the site with `cairn build` or `cairn dev`.');
  const newestFirst = (a: Postmortem, b: Postmortem): number =>
    a.started === b.started ? (a.id < b.id ? -1 : 1) : a.started < b.started ? 1 : -1;
  const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
    a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

  const postmortems = stored<Postmortem>(await getCollection('postmortems')).sort(newestFirst);
  const causes = stored<Cause>(await getCollection('causes')).sort(byName);
  const factors = stored<Factor>(await getCollection('factors')).sort(byName);
  const services = stored<Service>(await getCollection('services')).sort(byName);
  const teams = stored<Team>(await getCollection('teams')).sort(byName);
  const guides = stored<Guide>(await getCollection('teamGuides'));
  const known = edition.data as unknown as Edition;
  const first = postmortems.at(-1);
  return {
    ...known,
    ...(first && { since: dayIn(known.site.timezone, first.started) }),
    postmortems,
    causes,
    factors,
    services,
    teams,
    guides,
    postmortem: byId(postmortems),
    cause: byId(causes),
    factor: byId(factors),
    service: byId(services),
    team: byId(teams),
  };
}

let loading: Promise<Records> | undefined;

/** Every record of the build. Read once for all pages; in `dev` anew for each request, so that an edit shows. */
export function records(): Promise<Records> {
  if (import.meta.env.DEV) return loadRecords();
  loading ??= loadRecords();
  return loading;
}
