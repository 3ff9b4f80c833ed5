import { dayIn } from '../analysis/days.ts';
import { type Duration, durationsOf, type ImpactDuration } from '../analysis/durations.ts';
import type { Earlier, Join, JoinKind, Joins } from '../analysis/joins.ts';
import { reasonRows } from '../analysis/similar-reasons.ts';
import type { Similar } from '../analysis/similarity/index.ts';
import { plainText } from '../archive/body/inline.ts';
import type { Instant, Postmortem } from '../model/record.ts';
import type { Block } from './comment-blocks.ts';
import { commentAddress, commentText } from './comment-text.ts';
import { count } from './count.ts';
import { durationText } from './duration-text.ts';

/** An incident like one of a change, and what it says of itself. */
export interface SimilarIncident extends Similar {
  postmortem: Postmortem;
}

/** One postmortem of a change that has no errors. */
export interface ChangedPostmortem {
  postmortem: Postmortem;
  joins: Joins;
  /** Earlier incidents, the most alike first. */
  similar: SimilarIncident[];
}

/** Where pages are, if there is a site. */
export interface Address {
  /** Without a slash at its end. */
  site: string | undefined;
  /** The words of a title, linked to the page of its incident. */
  incident(id: string, title: string): string;
}

export function addressTo(siteUrl: string | undefined): Address {
  const site = siteUrl && commentAddress(siteUrl).replace(/\/+$/, '');
  return {
    site,
    incident: (id, title) => (site ? `[${words(title)}](${site}/incidents/${id}/)` : words(title)),
  };
}

/** What there is to say of one postmortem: what it is and how long it took, what it joins, what was like it. */
export function incidentBlocks(
  { postmortem, joins, similar }: ChangedPostmortem,
  { names, zone }: { names: ReadonlyMap<string, string>; zone: string },
  address: Address,
): Block[] {
  const { title, file, severity, status, type, started } = postmortem;
  const facts = [...(severity ? [severity] : []), type, status, dayIn(zone, started), file];
  const head = `#### ${words(title)}\n\n${facts.map((fact) => commentText(fact)).join(' · ')}`;
  const joined = joinLines(postmortem, joins, names, address);
  const alike = similar.map((one, place) => `${place + 1}. ${similarLines(one, zone, address).join('\n   ')}`);
  const name = commentText(postmortem.id);
  return [
    { what: `the durations of ${name}`, markdown: `${head}\n\n${durationTable(postmortem)}` },
    ...(joined.length > 0
      ? [{ what: `the patterns of ${name}`, markdown: `**What it joins**\n\n${joined.join('\n')}` }]
      : []),
    {
      what: `what was like ${name}`,
      markdown:
        alike.length > 0
          ? `**What looked like this before**\n\n${alike.join('\n')}`
          : 'No past incident looks like this one.',
    },
  ];
}

function durationTable(postmortem: Postmortem): string {
  const { started, detected, acknowledged, mitigated, resolved, windows } = postmortem;
  const { detect, acknowledge, mitigate, resolve, impact } = durationsOf(postmortem);
  const since = (name: string, end: Instant | undefined): string => `\`started\` to \`${name}\`${span(started, end)}`;
  const ofImpact: Record<Extract<ImpactDuration, { from: string }>['from'], string> = {
    windows: `${count(windows.length, 'window')} of \`windows\``,
    mitigated: '`started` to `mitigated`',
    resolved: '`started` to `resolved`, since `mitigated` is not recorded',
  };
  const rows: [string, string, string][] = [
    row('Time to detect', detect, since('detected', detected)),
    row('Time to acknowledge', acknowledge, `\`detected\` to \`acknowledged\`${span(detected, acknowledged)}`),
    row('Time to mitigate', mitigate, since('mitigated', mitigated)),
    row('Time to resolve', resolve, since('resolved', resolved)),
    row('Time with impact', impact, 'from' in impact ? ofImpact[impact.from] : '`windows`, `mitigated` or `resolved`'),
  ];
  return ['| | | from |', '| --- | --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

const ABSENT = {
  'not-recorded': 'not recorded',
  ongoing: 'ongoing: not known yet',
  'no-detection': 'not known: `detected` is not recorded',
  'rough-start': 'not known: of the start no time is known',
} as const;

function row(name: string, duration: Duration | ImpactDuration, from: string): [string, string, string] {
  if ('absent' in duration) return [name, ABSENT[duration.absent], from];
  const early = 'clamped' in duration && duration.clamped ? ', noticed before it started' : '';
  return [name, `${durationText(duration.minutes)}${early}`, from];
}

/** `, 15:30 to 15:34 UTC`; with days where there are two. */
function span(from: Instant | undefined, to: Instant | undefined): string {
  if (!from || !to) return '';
  const clock = (at: Instant): string => at.slice(11, at.endsWith(':00Z') ? 16 : 19);
  const isOneDay = from.slice(0, 10) === to.slice(0, 10);
  const at = (instant: Instant): string => `${isOneDay ? '' : `${instant.slice(0, 10)} `}${clock(instant)}`;
  return `, ${at(from)} to ${at(to)} UTC`;
}

const CALLED: Record<JoinKind, string> = {
  cause: 'with the cause',
  factor: 'with the factor',
  service: 'of the service',
  trigger: 'with the trigger',
};

function joinLines(
  { type }: Postmortem,
  { repeats, patterns }: Joins,
  names: ReadonlyMap<string, string>,
  address: Address,
): string[] {
  const again = repeats ? [`- It repeats ${earlierText(repeats, address)}.`] : [];
  return [
    ...again,
    ...patterns.map(({ kind, id, earlier, last }: Join) => {
      const what = `${CALLED[kind]} ${commentText(names.get(id) ?? id)}`;
      const lead = last ? `; the last was ${earlierText(last, address)}` : '';
      // A near miss or an exercise is no incident, and not counted among them.
      if (type !== 'incident') return `- ${count(earlier, 'earlier incident')} ${what}${lead}.`;
      return `- The ${earlier === 0 ? 'first' : ordinal(earlier + 1)} incident ${what}${lead}.`;
    }),
  ];
}

function earlierText({ id, title, day, openActions }: Earlier, { incident }: Address): string {
  const open = openActions === 0 ? '' : `, with ${count(openActions, 'action')} still open`;
  return `${incident(id, title)} on ${day}${open}`;
}

function similarLines({ postmortem, reasons }: SimilarIncident, zone: string, { incident }: Address): string[] {
  const { id, title, started, mitigation } = postmortem;
  const { mitigate, resolve } = durationsOf(postmortem);
  const facts = [
    dayIn(zone, started),
    ...('minutes' in mitigate ? [`${durationText(mitigate.minutes)} to mitigate`] : []),
    ...('minutes' in resolve ? [`${durationText(resolve.minutes)} to resolve`] : []),
  ];
  const why = reasonRows(reasons).map(({ label, values }) => `${label}: ${commentText(values.join('; '))}`);
  return [
    `${incident(id, title)}, ${facts.join(', ')}`,
    mitigation ? `What fixed it: ${words(mitigation, 500)}` : 'What fixed it is not recorded.',
    `Why it is here: ${why.join('. ')}`,
  ].map((line, place, lines) => (place < lines.length - 1 ? `${line}<br>` : line));
}

function words(text: string, most?: number): string {
  return commentText(plainText(text), most);
}

/** `1st`, `2nd`, `11th`. */
function ordinal(number: number): string {
  const tens = number % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
