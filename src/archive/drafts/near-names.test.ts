import { describe, expect, test } from 'vitest';
import { nearNames } from './near-names.ts';

const record = (name: string, ...aliases: string[]) => ({ file: `causes/${name}.md`, name, names: [name, ...aliases] });
const RECORDS = [
  record('Expired certificate', 'x509', 'TLS'),
  record('Missing index on a new query'),
  record('Retry storm'),
  record('Missing timeout', 'no deadline'),
];
const near = (name: string): string[] => nearNames(name, RECORDS).map((each) => each.name);

describe('near to a name is one', () => {
  test.each([
    ['the same', 'expired-certificate', ['Expired certificate']],
    ['in another order', 'Certificate expired', ['Expired certificate']],
    ['in the plural', 'Expired certificates', ['Expired certificate']],
    ['with a slip', 'Expird certificate', ['Expired certificate']],
    ['with words more', 'Expired TLS certificate of a client', ['Expired certificate']],
    ['with words less', 'Missing index', ['Missing index on a new query']],
    ['by an alias', 'No deadline', ['Missing timeout']],
  ])('%s', (_, name, expected) => {
    expect(near(name)).toEqual(expected);
  });

  test.each(['Storm', 'Missing backup', 'TLS handshake too slow', 'Poison message', '障害'])('and not %s', (name) => {
    expect(near(name)).toEqual([]);
  });
});
