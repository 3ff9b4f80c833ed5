import { describe, expect, test } from 'vitest';
import { href } from './href.ts';

describe('href', () => {
  test.each([
    ['/', '/', '/'],
    ['/incidents/', '/', '/incidents/'],
    ['/', '/kb/', '/kb/'],
    ['/incidents/a/#actions', '/kb/', '/kb/incidents/a/#actions'],
    ['/incidents/', '/kb', '/kb/incidents/'],
    ['incidents/', '/kb', '/kb/incidents/'],
    ['/search/?q=a', '/a/b', '/a/b/search/?q=a'],
  ])('%s below %s is %s', (path, base, expected) => {
    expect(href(path, base)).toBe(expected);
  });
});
