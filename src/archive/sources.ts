import type { CauseFrontMatter, ServiceFrontMatter, TeamFrontMatter } from '../model/catalogue.ts';
import type { GuideFrontMatter } from '../model/guide.ts';
import type { PostmortemFrontMatter } from '../model/postmortem.ts';
import type { Instant } from '../model/record.ts';
import type { SiteSettings } from '../model/site.ts';
import type { CompiledBody } from './body/compile.ts';
import type { Entry } from './entry.ts';
import type { Problem } from './problem.ts';

/** The moments of a postmortem that could be read. */
export interface Moments {
  started?: Instant;
  detected?: Instant;
  acknowledged?: Instant;
  mitigated?: Instant;
  resolved?: Instant;
  /** As long as the list that was written, with holes. */
  windows: ({ from: Instant; to: Instant } | undefined)[];
  /** As long as the timeline that was written, with holes. */
  timeline: (Instant | undefined)[];
}

export interface PostmortemEntry extends Entry<PostmortemFrontMatter> {
  moments: Moments;
  compiled: CompiledBody;
  /** True if this build leaves it out. */
  absent: boolean;
}

export interface WithBody {
  compiled: CompiledBody;
}

/** Every file of an archive, read one by one: what the rules across records judge. Each list is in the order of its paths. */
export interface Sources {
  site: Entry<SiteSettings>;
  synonyms: Entry<Record<string, string | string[]>> | undefined;
  postmortems: PostmortemEntry[];
  causes: (Entry<CauseFrontMatter> & WithBody)[];
  factors: (Entry<CauseFrontMatter> & WithBody)[];
  services: Entry<ServiceFrontMatter>[];
  teams: Entry<TeamFrontMatter>[];
  guides: (Entry<GuideFrontMatter> & WithBody)[];
  templates: Entry<unknown>[];
  /** The files by id; of two with one id, the first. */
  byId: {
    postmortems: ReadonlyMap<string, PostmortemEntry>;
    causes: ReadonlyMap<string, Entry<CauseFrontMatter>>;
    factors: ReadonlyMap<string, Entry<CauseFrontMatter>>;
    services: ReadonlyMap<string, Entry<ServiceFrontMatter>>;
    teams: ReadonlyMap<string, Entry<TeamFrontMatter>>;
  };
}

/** A rule that is judged when every file has been read. */
export interface Rule {
  /** Its name in a problem; stable, in kebab-case. */
  name: string;
  /** What it demands, in one sentence. */
  what: string;
  judge(sources: Sources): Iterable<Problem>;
}
