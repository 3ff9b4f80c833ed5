import { nearest } from '../nearest.ts';
import type { Fault } from '../problem.ts';

/** What people mean by an abbreviation of a zone, which computers read otherwise: to them EST is Panama all year. */
const MEANT: Record<string, string> = {
  AEDT: 'Australia/Sydney',
  AEST: 'Australia/Sydney',
  BST: 'Europe/London',
  CDT: 'America/Chicago',
  CEST: 'Europe/Berlin',
  CET: 'Europe/Berlin',
  CST: 'America/Chicago',
  EDT: 'America/New_York',
  EEST: 'Europe/Helsinki',
  EET: 'Europe/Helsinki',
  EST: 'America/New_York',
  GMT: 'UTC',
  HKT: 'Asia/Hong_Kong',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  MDT: 'America/Denver',
  MET: 'Europe/Berlin',
  MSK: 'Europe/Moscow',
  MST: 'America/Denver',
  NZST: 'Pacific/Auckland',
  PDT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  SGT: 'Asia/Singapore',
  WET: 'Europe/Lisbon',
  Z: 'UTC',
  ZULU: 'UTC',
};

const AREA_AND_CITY = /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/;

const judged = new Map<string, Fault | undefined>();

/** What is wrong with the name of a time zone; undefined for `UTC` and every `Area/City`. */
export function zoneFault(name: string): Fault | undefined {
  if (!judged.has(name)) judged.set(name, judge(name));
  return judged.get(name);
}

function judge(name: string): Fault | undefined {
  if (name === 'UTC') return undefined;
  if (AREA_AND_CITY.test(name)) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return undefined;
    } catch {
      return unknown(name);
    }
  }
  if (/^(?:UTC|GMT)?[+-]\d/.test(name)) {
    return {
      rule: 'unknown-zone',
      message: `\`${name}\` is an offset, not a zone`,
      hint: 'name the place, such as Europe/Berlin, or write the offset after each time',
    };
  }
  const meant = MEANT[name.toUpperCase()] ?? MEANT[name.toUpperCase().replace(/\d.*$/, '')];
  const isAbbreviation = meant !== undefined || /^[A-Z]{2,5}(?:\d[A-Z]{3})?$/.test(name);
  if (!isAbbreviation) return unknown(name);
  return {
    rule: 'zone-abbreviation',
    message: `\`${name}\` is an abbreviation, which several zones share: a zone is written as Area/City, or UTC`,
    hint: `write ${meant ?? 'UTC'} if that is the one`,
  };
}

function unknown(name: string): Fault {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  const near = nearest(name, zones);
  // A city without its area is nearer to itself than to any whole name.
  const city = zones.find((zone) => zone.split('/').at(-1)?.toLowerCase() === name.toLowerCase().replaceAll(' ', '_'));
  return {
    rule: 'unknown-zone',
    message: `there is no time zone \`${name}\``,
    hint: `the nearest is \`${city ?? near}\``,
  };
}
