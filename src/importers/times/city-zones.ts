import type { Zone } from './zone-words.ts';

/** Cities by which zones are named, with the zone of each; a name that several bear is left out. */
let cities: { pattern: RegExp; zones: Map<string, string> } | undefined;

function known(): NonNullable<typeof cities> {
  if (cities) return cities;
  const zones = new Map<string, string>();
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const [area = '', ...rest] = name.split('/');
    const city = (rest.at(-1) ?? '').replaceAll('_', ' ');
    if (area === 'Etc' || !/^\p{Lu}\p{Ll}/u.test(city)) continue;
    zones.set(city, zones.has(city) ? '' : name);
  }
  const names = [...zones.keys()].filter((city) => zones.get(city) !== '').sort((a, b) => b.length - a.length);
  cities = { pattern: new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'gu'), zones };
  return cities;
}

/** The zone of the one city in words about times: `local time in Berlin`, `heure de Paris`. */
export function cityZone(words: string): Zone | undefined {
  if (!/(?<!\p{L})(?:times?|local|heures?|horas?|zeit|ora)(?!\p{L})|zeit(?!\p{L})/iu.test(words)) return undefined;
  const { pattern, zones } = known();
  const [city, ...others] = new Set(words.match(pattern) ?? []);
  const name = city === undefined || others.length > 0 ? undefined : zones.get(city);
  return name === undefined || city === undefined ? undefined : { name, words: city };
}
