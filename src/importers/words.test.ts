import { describe, expect, test } from 'vitest';
import { siteSchema } from '../model/site.ts';
import { codeOf, dayInPath, stemOf, titleFromFile } from './files/file-words.ts';
import { lexiconOf, normal } from './lexicon.ts';
import { isName } from './names.ts';
import { readSeverity } from './severities.ts';
import { ENGLISH } from './words/english.ts';

const lexicon = lexiconOf(ENGLISH);
const scale = siteSchema.parse({}).severities;

test.each([
  ['SEV-1', 'SEV1'],
  ['sev 2', 'SEV2'],
  ['Severity 3', 'SEV3'],
  ['S4', 'SEV4'],
  ['P1', 'SEV1'],
  ['P2 (High)', 'SEV2'],
  ['Critical', 'SEV1'],
  ['down', 'SEV1'],
  ['major', 'SEV2'],
  ['Degraded performance', 'SEV3'],
  ['notice', 'SEV4'],
  ['1', 'SEV1'],
  ['SEV5', 'SEV4'],
  ['purple', undefined],
  ['it was critical that we acted', undefined],
])('the severity %j is %j', (words, id) => {
  expect(readSeverity(words, scale, ENGLISH)).toBe(id);
});

test("a team's own words for severities go before", () => {
  expect(readSeverity('critical', scale, ENGLISH, { Critical: 'SEV2' })).toBe('SEV2');
});

test.each([
  ['## 4) :eyes: Time-line of Events:', 'time line of events'],
  ['root_cause', 'root cause'],
  ['Where we got lucky {#luck}', 'where we got lucky'],
  ['🎯 Summary', 'summary'],
])('%j is looked up as %j', (title, words) => {
  expect(normal(title.replace(/^#+ /, ''))).toBe(words);
});

test.each([
  ['Timeline (UTC)', 'timeline'],
  ['Timeline - all times in UTC', 'timeline'],
  ["What Didn't Go Well", 'wentBadly'],
  ['TL;DR', 'summary'],
  ['Corrective and Preventative Measures', 'actions'],
  ['Weather', undefined],
])('the heading %j holds %j', (title, field) => {
  expect(lexicon.heading(title)).toBe(field);
});

describe('the name of a file', () => {
  test.each([
    ['PM2019-009 - Nodes gone.md', 'Nodes gone', 'PM2019-009'],
    ['INC-1234_db_outage.md', 'db outage', 'INC-1234'],
    ['2024-03-01-db-outage.md', '2024-03-01 db outage', undefined],
    ['db-outage/index.md', 'db outage', undefined],
    ['SEV2 - db outage.md', 'SEV2 - db outage', undefined],
    ['No ending', 'No ending', undefined],
  ])('%s', (file, title, code) => {
    expect(titleFromFile(file)).toBe(title);
    expect(codeOf(stemOf(file)).code).toBe(code);
  });

  test.each([
    ['2024-03-01-db.md', '2024-03-01'],
    ['outage_20240301.md', '2024-03-01'],
    ['2024/03/01/db.md', '2024-03-01'],
    ['2024-02-30-db.md', undefined],
    ['v1.2024.md', undefined],
    ['PM2024-001 - x.md', undefined],
  ])('%s says %j', (file, day) => {
    expect(dayInPath(file)).toBe(day);
  });
});

test('a name is a few words, and a sentence is none', () => {
  expect(['Queue', 'Mail Gateway', 'payments-api v2'].every(isName)).toBe(true);
  expect(['', '???', 'The queue stood still. Nobody saw.', 'a b c d e f g', 'x'.repeat(61)].some(isName)).toBe(false);
});
