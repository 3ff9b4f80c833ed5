/** A zone as somebody wrote it: an offset from UTC in minutes, or a place whose clocks change. */
export type Zone = { offset: number; words: string } | { name: string; words: string };

/**
 * What an abbreviation says, taken at its word: minutes from UTC, and the place whose clocks bear that name for a part of
 * the year. Those that several parts of the world share (IST, CST, AST) are left out: which one was meant is not known.
 */
const ABBREVIATIONS: Record<string, [offset: number, place?: string]> = {
  UTC: [0],
  GMT: [0],
  Z: [0],
  ZULU: [0],
  WET: [0, 'Europe/Lisbon'],
  WEST: [60, 'Europe/Lisbon'],
  BST: [60, 'Europe/London'],
  CET: [60, 'Europe/Berlin'],
  CEST: [120, 'Europe/Berlin'],
  MEZ: [60, 'Europe/Berlin'],
  MESZ: [120, 'Europe/Berlin'],
  EET: [120, 'Europe/Helsinki'],
  EEST: [180, 'Europe/Helsinki'],
  WAT: [60],
  CAT: [120],
  SAST: [120],
  EAT: [180],
  MSK: [180],
  TRT: [180],
  PKT: [300],
  NPT: [345],
  ICT: [420],
  WIB: [420],
  PHT: [480],
  WITA: [480],
  SGT: [480],
  HKT: [480],
  AWST: [480],
  JST: [540],
  KST: [540],
  AEST: [600, 'Australia/Sydney'],
  AEDT: [660, 'Australia/Sydney'],
  NZST: [720, 'Pacific/Auckland'],
  NZDT: [780, 'Pacific/Auckland'],
  BRT: [-180],
  NST: [-210, 'America/St_Johns'],
  EDT: [-240, 'America/New_York'],
  EST: [-300, 'America/New_York'],
  CDT: [-300, 'America/Chicago'],
  MDT: [-360, 'America/Denver'],
  MST: [-420],
  PDT: [-420, 'America/Los_Angeles'],
  PST: [-480, 'America/Los_Angeles'],
  AKDT: [-480, 'America/Anchorage'],
  AKST: [-540, 'America/Anchorage'],
  HST: [-600],
};

/** Names that mean a place all year round. */
const PLACES: Record<string, string> = {
  ET: 'America/New_York',
  PT: 'America/Los_Angeles',
  MT: 'America/Denver',
  CT: 'America/Chicago',
  'CENTRAL EUROPEAN TIME': 'Europe/Berlin',
  'EASTERN TIME': 'America/New_York',
  'CENTRAL TIME': 'America/Chicago',
  'MOUNTAIN TIME': 'America/Denver',
  'PACIFIC TIME': 'America/Los_Angeles',
  'US/PACIFIC': 'America/Los_Angeles',
  'US/EASTERN': 'America/New_York',
  'US/CENTRAL': 'America/Chicago',
  'US/MOUNTAIN': 'America/Denver',
};

const OFFSET = /^(?:(?:UTC|GMT)\s*)?([-+\u2212])\s?(\d{1,2})(?::?([0-5]\d))?(?![\d:-])/i;
const ABBREVIATION = new RegExp(`^(?:${Object.keys(ABBREVIATIONS).join('|')})(?![A-Za-z0-9/_])`, 'i');
const PLACE = new RegExp(`^(?:${Object.keys(PLACES).join('|')})(?![A-Za-z0-9/_])`, 'i');
const AREA =
  /^(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Za-z_]+(?:\/[A-Za-z_]+)?/;

/** Abbreviations that several zones share, so that none can be told. */
export const SHARED_ABBREVIATION = /^(?:IST|CST|AST|ECT|ADT)(?![A-Za-z0-9/_])/;

/** The zone that `text` starts with; `length` counts its characters. Abbreviations must be in capitals unless `loose`. */
export function readZone(text: string, loose = false): { zone: Zone; length: number } | undefined {
  const offset = OFFSET.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes <= 14 * 60) {
      const sign = offset[1] === '+' ? 1 : -1;
      return { zone: { offset: sign * minutes || 0, words: offset[0] }, length: offset[0].length };
    }
  }
  const abbreviation = ABBREVIATION.exec(text)?.[0];
  if (abbreviation && (loose || abbreviation === abbreviation.toUpperCase())) {
    const [minutes] = ABBREVIATIONS[abbreviation.toUpperCase()] as [number];
    return { zone: { offset: minutes, words: abbreviation }, length: abbreviation.length };
  }
  const place = PLACE.exec(text)?.[0];
  if (place && (loose || place[0] === place[0]?.toUpperCase())) {
    const name = PLACES[place.toUpperCase()] as string;
    if (place.length > 2 || place === place.toUpperCase())
      return { zone: { name, words: place }, length: place.length };
  }
  const area = AREA.exec(text)?.[0];
  if (area && isZoneName(area)) return { zone: { name: area, words: area }, length: area.length };
  return undefined;
}

/**
 * The zone that a stretch of words names somewhere (`Central European Time (CET)`, `PST (UTC-7)`, `UTC+1 (Zurich time)`).
 * An offset in digits wins over a name, as it can only mean one thing.
 */
export function findZone(words: string): Zone | undefined {
  const found: Zone[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (at > 0 && /[A-Za-z0-9/_]/.test(words[at - 1] ?? '') && /[A-Za-z0-9]/.test(words[at] ?? '')) continue;
    const read = readZone(words.slice(at));
    if (!read) continue;
    // `2021-05` holds no zone: an offset in digits stands after a name or a bracket.
    if (/^[+-]/.test(read.zone.words) && !/(?:[A-Za-z(]\s*|^)$/.test(words.slice(0, at))) continue;
    found.push(read.zone);
    at += read.length - 1;
  }
  const exact = found.find((zone) => 'offset' in zone && /\d/.test(zone.words));
  return exact ?? found.find((zone) => 'offset' in zone) ?? found[0];
}

/** The place whose clocks bear this abbreviation, where it is told apart from another in the year. */
export function placeOf(zone: Zone): string | undefined {
  return 'offset' in zone ? ABBREVIATIONS[zone.words.toUpperCase()]?.[1] : zone.name;
}

/** True for `Area/City` and `UTC`. */
export function isZoneName(name: string): boolean {
  if (!/^(?:UTC|[A-Za-z_]+\/[A-Za-z_+\-/0-9]+)$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone by a name that the map file gives a meaning, where `text` starts with that name. */
export function ownZone(text: string, zones: Record<string, Zone>): { zone: Zone; length: number } | undefined {
  for (const [name, zone] of Object.entries(zones)) {
    if (text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length))) return { zone, length: name.length };
  }
  return undefined;
}
