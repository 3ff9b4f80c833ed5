import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { svgFault } from '../archive/body/svg.ts';
import { CONTENT, EXAMPLE_PICTURES } from './example-pictures.ts';

test.each([...EXAMPLE_PICTURES])('%s is what the script draws', (file, picture) => {
  expect(readFileSync(join(CONTENT, file), 'utf8')).toBe(picture);
});

test.each([...EXAMPLE_PICTURES])('%s is safe, and says in words what it shows', (_, picture) => {
  expect(svgFault(picture)).toBeUndefined();
  expect(picture).toMatch(/<title>[^<]{30,}<\/title>/);
  expect(picture).not.toMatch(/style|NaN|undefined/);
});
