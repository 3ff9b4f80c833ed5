/** What an imported postmortem says of where it came from. */
export interface Origin {
  /** The file, below the archive that was imported. */
  from?: string;
  /** What the import could not know, in sentences. */
  caveats: string[];
  /** Keys of the source that have no field here, as they stood. */
  kept: { key: string; value: string }[];
}

const STARTED: Record<string, string> = {
  day: 'Of its start only the day was known.',
  month: 'Of its start only the month was known.',
  latest: 'It began at the latest when it was noticed: its start may lie earlier.',
};

/** The origin of a postmortem by what `cairn import` wrote; undefined where nothing did. Any value is taken as it comes. */
export function originOf({ source, imported }: { source?: unknown; imported?: unknown }): Origin | undefined {
  const from = typeof source === 'string' ? source : textAt(source, 'file');
  const precision = STARTED[textAt(imported, 'startedPrecision') ?? ''];
  const zone = textAt(imported, 'assumedZone');
  const caveats = [
    ...(precision ? [precision] : []),
    ...(zone ? [`Its source names no zone: its times were read as ${zone}.`] : []),
  ];
  const told = new Set([...(precision ? ['startedPrecision'] : []), ...(zone ? ['assumedZone'] : [])]);
  const kept = imported === undefined ? [] : valuesBelow(imported, '').filter(({ key }) => !told.has(key));
  if (!from && caveats.length === 0 && kept.length === 0) return undefined;
  return { ...(from && { from }), caveats, kept };
}

function textAt(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/** Every value with the path to it, `company.name`; a list of plain values is one. What is empty tells nothing. */
function valuesBelow(value: unknown, path: string): { key: string; value: string }[] {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return valuesBelow(value.map(String).join(', '), path);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) => valuesBelow(part, path === '' ? key : `${path}.${key}`));
  }
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? [] : [{ key: path, value: text }];
}
