/** Fields that a heading, a label or a key may stand for. */
export type SourceField =
  | 'title'
  | 'day'
  | 'started'
  | 'detected'
  | 'acknowledged'
  | 'mitigated'
  | 'resolved'
  | 'closed'
  | 'published'
  | 'timezone'
  | 'severity'
  | 'summary'
  | 'services'
  | 'owner'
  | 'authors'
  | 'causes'
  | 'factors'
  | 'trigger'
  | 'detectedBy'
  | 'impact'
  | 'users'
  | 'dataLoss'
  | 'mitigation'
  | 'tags'
  | 'links'
  | 'aliases'
  | 'timeToDetect'
  | 'timeToMitigate'
  | 'timeToResolve'
  | 'timeline'
  | 'actions'
  | 'validation'
  | 'wentWell'
  | 'wentBadly'
  | 'gotLucky'
  | 'surprises'
  | 'lessons'
  | 'draft'
  | 'body'
  | 'keep';

/**
 * The words of one language: data, no rules. Headings, labels and keys are compared in lower case, without numbers,
 * pictures, punctuation and what stands in brackets.
 */
export interface Words {
  /** Headings of sections, by what the section holds. */
  headings: Partial<Record<SourceField, readonly string[]>>;
  /** Labels (`Severity: …`) and front-matter keys (`start_time`), by field; hyphens and underscores count as spaces. */
  labels: Partial<Record<SourceField, readonly string[]>>;
  /** January to December, each with its short forms. */
  months: readonly (readonly string[])[];
  /** Monday to Sunday, each with its short forms. */
  weekdays: readonly (readonly string[])[];
  /** Words for half days after a clock time. */
  beforeNoon: readonly string[];
  afterNoon: readonly string[];
  /** Words after a clock time that say nothing more: `Uhr`, `hrs`. */
  clockWords: readonly string[];
  /** Words that make a number alone an hour: `9 Uhr`. */
  fullHours: readonly string[];
  /** Words before a time that say it is rough. */
  roughly: readonly string[];
  /** Between a day and its clock time: `at`, `um`. */
  at: readonly string[];
  /** Sentences that name the zone of all times hold one of the first and one of the second. */
  timesAre: { times: readonly string[]; link: readonly string[] };
  /** Units of durations. */
  units: Record<'second' | 'minute' | 'hour' | 'day' | 'week', readonly string[]>;
  /** What says that a value is not known. */
  unknown: readonly string[];
  /** Words of severities, by their rank on the scale, the worst first. */
  severities: readonly (readonly string[])[];
  /** Marks of actions that are not begun, finished, running and refused. */
  open: readonly string[];
  done: readonly string[];
  doing: readonly string[];
  refused: readonly string[];
  /** Words that say of an entry that it is where the trouble began. */
  began: readonly string[];
  /** Words that tell of recovery, for the end of a timeline. They stand alone: no part of a longer word. */
  recovered: readonly string[];
  /** Words in front of or behind them that make them no recovery. */
  notRecovered: readonly string[];
  /** Words that tell of work on a system: a timeline may begin with it, and the trouble began later. */
  changes?: readonly string[];
  /** Words that tell of trouble. */
  harm?: readonly string[];
  /** Words that tell of its being noticed, so that it began then at the latest. */
  noticed?: readonly string[];
  /** Words that say that it had lasted when it was noticed. */
  lasting?: readonly string[];
  /** Words right before a day that say that it is not that of the incident: `published on`, `before`. */
  otherDays?: readonly string[];
  /** What stands in the place of names and is none: `all`, `several`. */
  everything?: readonly string[];
  /** Words of a label that say that its day is that of the incident. */
  dayLabels?: readonly string[];
  /** Before or behind a clock time: the day of the start, the day after it. */
  sameDay?: readonly string[];
  nextDay?: readonly string[];
  /** Words of a sentence about another incident. */
  otherIncidents?: readonly string[];
  /** Words of a sentence whose length of time is that of the incident: `down for 35 minutes`. */
  outage?: readonly string[];
  /** How it was noticed, by who noticed. */
  detectedBy: Record<'alert' | 'customer' | 'employee' | 'partner' | 'test', readonly string[]>;
  /** Headings of the columns of a table. */
  columns: {
    time: readonly string[];
    day: readonly string[];
    clock: readonly string[];
    event: readonly string[];
    action: readonly string[];
    owner: readonly string[];
    due: readonly string[];
    status: readonly string[];
    priority: readonly string[];
    ticket: readonly string[];
    id: readonly string[];
    kind: readonly string[];
  };
  /** Labels that mark the person or team in an action. */
  ownerLabels: readonly string[];
  /** Words that mark the name of a team, where an owner stands. */
  teams: readonly string[];
  /** Words of sentences: a few words with one of them are no name. */
  verbs: readonly string[];
  /** Headings that name the sort of text and not the incident. */
  generic: readonly string[];
  /** File names and headings of templates and indexes. */
  templates: readonly string[];
  indexes: readonly string[];
}
