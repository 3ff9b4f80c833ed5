import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Importing, importing } from '../testing/importing.ts';
import { initMap } from './init-map.ts';
import { readMapFile } from './map-file.ts';
import { reportJson, reportText } from './report.ts';

const INCIDENT = `---
title: Queue stalled
start: 2024-03-01T10:00Z
end: 2024-03-01T10:30Z
services: Queue
root_cause: Lock contention
---
The queue stood still.

Duration: 2 hours

## Timeline

- 10:00 Broke
- 10:31 Mended
`;

let last: Importing | undefined;
afterEach(() => last?.remove());
function imported(files: Record<string, string>, map?: string): Importing {
  last = importing(files, map);
  return last;
}

describe('a second import', () => {
  test('changes nothing where nothing changed', () => {
    const { again } = imported({ 'a.md': INCIDENT });
    const { files, stubs } = again();
    expect(files.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(stubs).toEqual([]);
  });

  test('takes over what changed in the source, at the same place', () => {
    const { of, again, out } = imported({ 'a.md': INCIDENT });
    const { target } = of('a.md');
    writeFileSync(
      join(out, '../archive/a.md'),
      INCIDENT.replace('stood still', 'stood still for long').replace('2024-03-01T10:00', '2023-12-31T10:00'),
    );
    const [file] = again().files;
    expect(file).toMatchObject({ outcome: 'updated', target });
    expect(readFileSync(join(out, target), 'utf8')).toContain('for long');
  });

  test('leaves alone what was edited by hand, and says so', () => {
    const { of, again, out } = imported({ 'a.md': INCIDENT });
    const path = join(out, of('a.md').target);
    const edited = readFileSync(path, 'utf8').replace('title: Queue stalled', 'title: Queue of mails stalled');
    writeFileSync(path, edited);
    const [file] = again().files;
    expect(file?.outcome).toBe('kept');
    expect(file?.problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('edited'));
    expect(readFileSync(path, 'utf8')).toBe(edited);
  });

  test('never writes over a file of the same name that was not imported', () => {
    const { out, again } = imported({ 'other.md': 'Nothing.' });
    const path = join(out, 'postmortems/2024/a.md');
    writeFileSync(join(out, '../archive/a.md'), INCIDENT);
    again();
    writeFileSync(path, 'mine');
    const { files } = again();
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(files.find(({ file }) => file === 'a.md')?.target).toBe('postmortems/2024/a-2.md');
  });
});

test('a key is kept whatever it is called, and a file may be called anything', () => {
  const { of } = imported({ constructor: INCIDENT.replace('title:', '__proto__: x\ntoString: y\ntitle:') });
  expect(JSON.stringify(of('constructor').values.imported)).toBe('{"__proto__":"x","toString":"y"}');
});

test('a dry run writes nothing', () => {
  const { out } = imported({ 'a.md': INCIDENT });
  expect(existsSync(join(out, 'postmortems'))).toBe(true);
  const dry = join(out, '../dry');
  initMap(join(out, '../archive'));
  expect(existsSync(dry)).toBe(false);
  expect(existsSync(join(out, '../archive/.cairn-none'))).toBe(false);
});

test('what is named gets a stub, and names that are near are proposed and not merged', () => {
  const { report, out } = imported({
    'a.md': INCIDENT,
    'b.md': INCIDENT.replace('services: Queue', 'services: [Queues, v1 Store, v2 Store]').replace(
      'Lock contention',
      'lock contentions',
    ),
  });
  expect(report.stubs).toEqual([
    'causes/lock-contention.md',
    'causes/lock-contentions.md',
    'services/queue.yaml',
    'services/queues.yaml',
    'services/v1-store.yaml',
    'services/v2-store.yaml',
  ]);
  expect(report.similar).toEqual([
    { kind: 'causes', ids: ['lock-contention', 'lock-contentions'] },
    { kind: 'services', ids: ['queue', 'queues'] },
  ]);
  expect(readFileSync(join(out, 'causes/lock-contention.md'), 'utf8')).toBe('---\nname: Lock contention\n---\n');
});

test('a stated length that its times contradict is kept and told', () => {
  const { of } = imported({ 'a.md': INCIDENT });
  const { report, body } = of('a.md');
  expect(body).toContain('Duration: 2 hours');
  expect(report.problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/Duration.*2 hours, but its times give 30 min/),
  );
});

test('an end before the beginning is no end, and is kept', () => {
  const { of } = imported({ 'a.md': INCIDENT.replace('end: 2024-03-01T10:30Z', 'end: 2024-03-01T09:30Z') });
  const { values, report } = of('a.md');
  expect(values.resolved).toBeUndefined();
  expect(values.imported).toMatchObject({ resolved: '2024-03-01T09:30Z' });
  expect(report.problems.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('ends before it begins'),
  );
});

test('a postmortem that lacks nothing is published, one that lacks anything is in review', async () => {
  const whole = INCIDENT.replace('services: Queue', 'services: Queue\nseverity: SEV4\nmitigation: It was restarted.');
  const worst = whole.replace('SEV4', 'SEV1');
  const promised = `${whole}\n## Action items\n\n- [ ] Watch the queue\n`;
  const { of, errors } = imported({ 'a.md': whole, 'b.md': INCIDENT, 'c.md': worst, 'd.md': promised });
  expect(of('a.md').values).toMatchObject({ status: 'published', causes: ['lock-contention'] });
  for (const file of ['b.md', 'c.md', 'd.md']) expect(of(file).values.status).toBe('review');
  expect(await errors()).toEqual([]);
});

describe('the report', () => {
  test('is a table with what a person should look at, and tells scripts everything', () => {
    const { report } = imported({ 'a.md': `${INCIDENT}\n## Actions\n\n- [ ] One\n- Two\n`, 'empty.md': '' });
    const text = reportText(report);
    expect(text).toMatch(
      /file +became +mapped +derived +left +problems\na\.md +new, review +\d+ +\d+ +\d+ +\d+\nempty\.md +empty/,
    );
    expect(text).toContain('2 files: 1 new, 1 empty.');
    expect(text).toContain('Of 1 postmortems, so many still lack: severity 1, mitigation 1.');
    expect(text).toContain('Of 2 actions, so many name no owner 2, priority 2, status 1.');
    const json = JSON.parse(reportJson(report)) as { version: number; results: { file: string; mapped: object[] }[] };
    expect(json.version).toBe(1);
    expect(json.results[0]).toMatchObject({ file: 'a.md', outcome: 'new', target: 'postmortems/2024/a.md' });
    expect(json.results[0]?.mapped).toContainEqual({
      how: 'mapped',
      field: 'title',
      from: 'key `title`: Queue stalled',
    });
  });
});

describe('the map file', () => {
  test('is written first from what the archive shows, and can be read as it is', () => {
    const { out } = imported({
      'a.md': INCIDENT.replace('---\nThe', 'firma: x\n---\nThe').replace('## Timeline', '## Ablauf\n\n## Ablauf'),
      'b.md': 'No day.',
    });
    const text = initMap(join(out, '../archive'));
    expect(text).toContain('#  "firma": keep # once');
    expect(text).toContain('#  "Ablauf": keep # 2 times');
    expect(text).toContain('#  "b.md": 2024-03-01');
    expect(readMapFile('map.yaml', text)).toEqual({ map: {} });
  });

  test('is told line by line what is wrong with it', () => {
    const read = readMapFile('map.yaml', 'keys: { a: nonsense }\nzone: Mars\nfoo: 1\n');
    expect('problems' in read && read.problems.join('\n')).toMatch(
      /map\.yaml:1 keys\.a: [\s\S]*map\.yaml:2 zone: `Mars` is no zone[\s\S]*foo/,
    );
    expect(readMapFile('map.yaml', 'keys: [')).toHaveProperty('problems');
  });

  test('says which files, which zone, which severities', () => {
    const files = {
      'in/a.md': INCIDENT.replace('---\nThe', 'severity: Rot\n---\nThe').replaceAll(/T(\d\d:\d\d)Z/g, ' $1'),
      'in/notes/b.md': INCIDENT,
      'c.md': INCIDENT,
    };
    const { report, of } = imported(
      files,
      'files: ["in/**"]\nskip: ["**/notes/**"]\nzone: Europe/Berlin\nseverities: { Rot: SEV1 }\n',
    );
    expect(report.files.map(({ file }) => file)).toEqual(['in/a.md']);
    expect(of('in/a.md').values).toMatchObject({ started: '2024-03-01T10:00+01:00', severity: 'SEV1' });
  });
});
