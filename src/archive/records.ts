import type { CauseFrontMatter, ServiceFrontMatter, TeamFrontMatter } from '../model/catalogue.ts';
import type { GuideFrontMatter } from '../model/guide.ts';
import type { PostmortemFrontMatter } from '../model/postmortem.ts';
import type {
  Cause,
  Citation,
  Guide,
  Instant,
  Postmortem,
  RecordBase,
  Service,
  Team,
  TimelineEntry,
} from '../model/record.ts';
import type { Entry } from './entry.ts';
import type { PostmortemEntry, WithBody } from './sources.ts';

type PlainList = 'validation' | 'measures' | 'wentWell' | 'wentBadly' | 'gotLucky' | 'surprises' | 'lessons';

/** The record of a postmortem in which nothing is wrong. */
export function toPostmortem(entry: PostmortemEntry): Postmortem {
  const { id, file, compiled, moments } = entry;
  const values = entry.values as PostmortemFrontMatter;
  const { lists } = compiled;
  const list = (field: PlainList): string[] => values[field] ?? lists[field]?.map(({ text }) => text) ?? [];
  return {
    ...values,
    id,
    file,
    started: moments.started as Instant,
    ...present('detected', moments.detected),
    ...present('acknowledged', moments.acknowledged),
    ...present('mitigated', moments.mitigated),
    ...present('resolved', moments.resolved),
    ongoing: values.ongoing ?? false,
    windows: moments.windows.filter((window) => window !== undefined),
    services: values.services ?? [],
    aliases: values.aliases ?? [],
    signals: values.signals ?? [],
    causes: values.causes === 'unknown' ? [] : citations(values.causes),
    causesUnknown: values.causes === 'unknown',
    factors: citations(values.factors),
    causeChain: values.causeChain ?? [],
    timeline: timelineOf(entry),
    validation: list('validation'),
    measures: list('measures'),
    wentWell: list('wentWell'),
    wentBadly: list('wentBadly'),
    gotLucky: list('gotLucky'),
    surprises: list('surprises'),
    lessons: list('lessons'),
    actions: values.actions ?? [],
    related: values.related ?? [],
    tags: values.tags ?? [],
    links: values.links ?? [],
    authors: values.authors ?? [],
    body: compiled.body,
  };
}

function timelineOf({ values, compiled, moments }: PostmortemEntry): TimelineEntry[] {
  const written = (values as PostmortemFrontMatter).timeline;
  const items =
    written ?? compiled.lists.timeline?.map(({ text, kind }) => ({ what: text, kind, by: undefined })) ?? [];
  return items.map(({ what, kind, by }, index) => ({
    at: moments.timeline[index] as Instant,
    what,
    ...(kind && { kind }),
    ...(by && { by }),
  }));
}

function citations(written: PostmortemFrontMatter['factors']): Citation[] {
  return (written ?? []).map((citation) => (typeof citation === 'string' ? { id: citation } : citation));
}

function present<Key extends string>(key: Key, instant: Instant | undefined): { [K in Key]?: Instant } {
  return instant === undefined ? {} : ({ [key]: instant } as { [K in Key]?: Instant });
}

export function toCause({ id, file, values, compiled }: Entry<CauseFrontMatter> & WithBody): Cause {
  const whole = values as CauseFrontMatter;
  return { ...whole, id, file, aliases: whole.aliases ?? [], related: whole.related ?? [], body: compiled.body };
}

export function toGuide({ id, file, values, compiled }: Entry<GuideFrontMatter> & WithBody): Guide {
  return { ...(values as GuideFrontMatter), id, file, body: compiled.body };
}

export function toService({ id, file, values }: Entry<ServiceFrontMatter>): Service & RecordBase {
  return { ...(values as ServiceFrontMatter), id, file };
}

export function toTeam({ id, file, values }: Entry<TeamFrontMatter>): Team & RecordBase {
  return { ...(values as TeamFrontMatter), id, file };
}
