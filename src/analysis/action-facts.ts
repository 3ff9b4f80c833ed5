import type { Action } from '../model/action.ts';
import type { Day, Postmortem } from '../model/record.ts';
import type { SiteSettings } from '../model/site.ts';
import { addDays, dayIn, daysBetween } from './days.ts';

/** An action is due soon in this many days or fewer. */
export const SOON_DAYS = 14;

/**
 * Where an action stands. Open (open or doing): `late` from the day after it is due, `soon` up to 14 days before, `later`, or
 * `undated` where no due day can be known. The others are not open: `proposed` is never late, and `unstated`
 * is one of which nobody recorded whether it was agreed.
 */
export type ActionState = 'late' | 'soon' | 'later' | 'undated' | 'proposed' | 'unstated' | 'done' | 'wont-do';

/** A day, and what it was taken from. */
export interface Opened {
  day: Day;
  from: 'opened' | 'published' | 'resolved';
}

/** A day, and what it was taken from: the action's own `due`, or the rule of its severity counted from the day it was opened. */
export type Due = { day: Day; from: 'due' } | { day: Day; from: 'severity'; dueDays: number };

/** One action with all that can be said of it on a day. */
export interface ActionFacts {
  /** `<postmortem id>#<action id>`. */
  name: string;
  action: Action;
  /** Of the postmortem it stands in: id, title, severity, services. */
  incident: { id: string; title: string; severity?: string; services: string[]; day: Day };
  /** Ids of causes or factors: those it `addresses`, else the root causes of its incident. */
  causes: string[];
  state: ActionState;
  opened?: Opened;
  due?: Due;
  /** Days since it was due, 1 or more; with `late`. */
  daysLate?: number;
  /** Days until it is due, 0 today; with `soon` and `later`. */
  daysUntil?: number;
  /** Days since it was opened; with every open action whose opened day is known. */
  ageDays?: number;
  /** With done and wont-do, where the day was recorded: that day, and whether it was no later than the due day. */
  closed?: { day: Day; inTime?: boolean };
}

/** The facts of every action of a postmortem, in its order, on the day `asOf`; days are those of the site's zone. */
export function actionFactsOf(postmortem: Postmortem, site: SiteSettings, asOf: Day): ActionFacts[] {
  const { id, title, severity, services, started } = postmortem;
  const dueDays = site.severities.find((one) => one.id === severity)?.dueDays;
  const incident = {
    id,
    title,
    ...(severity === undefined ? {} : { severity }),
    services,
    day: dayIn(site.timezone, started),
  };
  return postmortem.actions.map((action) => {
    const opened = openedOf(action, postmortem, site.timezone);
    const due = dueOf(action, opened, dueDays);
    return {
      name: `${id}#${action.id}`,
      action,
      incident,
      causes: action.addresses ?? postmortem.causes.map((cause) => cause.id),
      ...(opened ? { opened } : {}),
      ...(due ? { due } : {}),
      ...standing(action, opened, due, asOf),
    };
  });
}

/** True for an open action: one that was promised and is neither done nor decided against. */
export function isOpen({ action }: ActionFacts): boolean {
  return action.status === 'open' || action.status === 'doing';
}

function openedOf(action: Action, { published, resolved, ongoing }: Postmortem, zone: string): Opened | undefined {
  if (action.opened) return { day: action.opened, from: 'opened' };
  if (published) return { day: published, from: 'published' };
  if (resolved && !ongoing) return { day: dayIn(zone, resolved), from: 'resolved' };
  return undefined;
}

function dueOf(action: Action, opened: Opened | undefined, dueDays: number | undefined): Due | undefined {
  if (action.due) return { day: action.due, from: 'due' };
  if (!opened || dueDays === undefined) return undefined;
  return { day: addDays(opened.day, Math.round(dueDays)), from: 'severity', dueDays };
}

function standing(
  action: Action,
  opened: Opened | undefined,
  due: Due | undefined,
  asOf: Day,
): Pick<ActionFacts, 'state' | 'daysLate' | 'daysUntil' | 'ageDays' | 'closed'> {
  const { status, closed } = action;
  if (status === undefined) return { state: 'unstated' };
  if (status === 'proposed') return { state: status };
  if (status === 'done' || status === 'wont-do') {
    if (!closed) return { state: status };
    return { state: status, closed: { day: closed, ...(due ? { inTime: closed <= due.day } : {}) } };
  }
  const age = opened ? { ageDays: Math.max(0, daysBetween(opened.day, asOf)) } : {};
  if (!due) return { state: 'undated', ...age };
  const daysUntil = daysBetween(asOf, due.day);
  if (daysUntil < 0) return { state: 'late', daysLate: -daysUntil, ...age };
  return { state: daysUntil <= SOON_DAYS ? 'soon' : 'later', daysUntil, ...age };
}
