import type { Cause, Factor, Guide, Postmortem, RestrictedCount, Service, Team } from '../model/record.ts';
import type { SiteSettings, Synonyms } from '../model/site.ts';
import type { MentionFinder } from './mentions.ts';
import type { Problem } from './problem.ts';

/** What a build is made from, besides the files. */
export interface ReadOptions {
  /** The content folder: an absolute path. */
  contentDir: string;
  /** The site's base path, `/` or `/kb/`: it is put before every link to a record. */
  base: string;
  /** True where drafts belong to the build (`dev`, `build --drafts`). */
  drafts: boolean;
}

/** How many files were read and what became of them: printed by every command, so that none vanishes without a word. */
export interface Tally {
  files: number;
  published: number;
  review: number;
  draft: number;
  restricted: number;
}

/** What must be kept quiet about wherever others than the author read. */
export interface Discretion {
  /** Files of postmortems that are restricted, or may be: a slip in a file does not give it away. */
  files: ReadonlySet<string>;
  /** Finds what names one of them. */
  finder: MentionFinder;
}

/** An archive of which nothing is to be shown but what is wrong with it. */
export interface JudgedArchive {
  site: SiteSettings;
  tally: Tally;
  /** Every problem of every file, in reading order. */
  problems: Problem[];
  /** Shown nowhere: for whoever prints the problems, which quote what is wrong. */
  discretion: Discretion;
}

/**
 * An archive as one build shows it: drafts left out unless asked for, of restricted postmortems nothing but a count. With an error
 * among the problems, the records are not to be shown.
 */
export interface Archive extends JudgedArchive {
  /** Newest first by `started`, then by id. */
  postmortems: Postmortem[];
  restricted: RestrictedCount[];
  causes: Cause[];
  factors: Factor[];
  services: Service[];
  teams: Team[];
  guides: Guide[];
  synonyms: Synonyms;
}
