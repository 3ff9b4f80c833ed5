import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mapSchema, readMapFile } from './map-file.ts';

const GUIDE = readFileSync(new URL('../guides/bring-your-archive.mdx', import.meta.url), 'utf8');
const MAPS = [...GUIDE.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
  .map(([, text = '']) => text)
  .filter((text) => !text.startsWith('name:'));

test('the map files of the guide can be read as they stand', () => {
  expect(MAPS.length).toBeGreaterThan(2);
  for (const text of MAPS) expect(readMapFile('map.yaml', text), text).toHaveProperty('map');
});

test('the guide names every key of a map file', () => {
  expect(Object.keys(mapSchema.shape).filter((key) => !new RegExp(`\\b${key}\\b`).test(GUIDE))).toEqual([]);
});
