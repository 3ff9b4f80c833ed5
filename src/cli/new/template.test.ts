import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POSTMORTEM_TYPES } from '../../model/postmortem.ts';
import { begin, CATALOGUE, contentFolders, problemsIn, stated, written } from '../../testing/beginning.ts';
import { CHECKOUT, type Run } from '../../testing/site.ts';

const { contentWith } = contentFolders();

describe('the template', () => {
  const headings = async (run: Run): Promise<string[]> => (await written(run)).match(/(?<=^## ).+$/gm) ?? [];

  test.each([
    [['--severity', 'SEV1'], 'What made it worse'],
    [['--severity', 'SEV2'], 'What made it worse'],
    [['--severity', 'SEV3'], 'What caused it and what fixed it'],
    [['--severity', 'SEV4'], 'What caused it and what fixed it'],
    [[], 'What caused it and what fixed it'],
    [['--type', 'near-miss', '--severity', 'SEV1'], 'What nearly happened'],
    [['--type', 'exercise', '--severity', 'SEV1'], 'What caused it and what fixed it'],
    [['--template', 'security', '--severity', 'SEV4'], 'Who was told'],
  ])('follows from %j', async (args, heading) => {
    expect(await headings(await begin(await contentWith(), 'It broke', ...args))).toContain(heading);
  });

  test('is given the sections that the severity asks for and it lacks', async () => {
    const content = await contentWith({
      'site.yaml':
        'severities:\n  - { id: S1, meaning: Bad., dueDays: 1, sections: [wentWell, rollback, Customer contact, impact, timeline] }\n',
    });
    const run = await begin(content, 'It broke', '--template', 'brief', '--severity', 'S1');
    expect(await headings(run)).toEqual([
      'Timeline',
      'What caused it and what fixed it',
      'What changes',
      'What went well',
      'Customer contact',
    ]);
    const text = await written(run);
    const places = ['# causes:', '# impact:', '# mitigation:', '# rollback:', '# actions:'].map((key) =>
      text.indexOf(`\n${key}\n`),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await problemsIn(content)).toEqual([]);
  });

  test('of a team may be Markdown, refer to its records, and hold what this archive does not know', async () => {
    const content = await contentWith({
      ...CATALOGUE,
      'templates/hall.md': [
        '---',
        'template: { name: Hall, summary: For the hall. }',
        'sumary: What?',
        'title:',
        '# Ours.',
        'services: [checkout, nowhere]',
        'owner: storefront',
        'tags:',
        '- hall',
        'causes: [{ id: retry-storm, how: }]',
        'detection:',
        '  by: employee',
        '  # What else?',
        '  gap:',
        'mitigation: |',
        '  By hand.',
        '',
        '  Twice.',
        'impact:',
        '  users: 5',
        'signals:',
        '  - Seen',
        '  -',
        '---',
        '',
        'See [the cause](../causes/retry-storm.md) and {this}.',
        '',
        '```',
        '## no heading',
        '```',
        '',
      ].join('\n'),
    });
    const run = await begin(content, 'It broke', '--template', 'hall', '--severity', 'SEV3');
    expect(run.stdout).toMatch(/it-broke\.md\n$/);
    const text = await written(run);
    expect(stated(text)).toEqual([
      'title: It broke',
      'status: draft',
      'severity: SEV3',
      'owner: storefront',
      'timezone: Europe/Lisbon',
      'started: 2026-11-20T00:00',
      'tags:',
      '- hall',
      'causes: [{ id: retry-storm, how: }]',
      'detection:',
      '  by: employee',
      'mitigation: |',
      '  By hand.',
      '  Twice.',
    ]);
    expect(text).toContain('# sumary: What?');
    expect(text).toContain('# services: [checkout, nowhere]');
    expect(text).toContain('# signals:\n#   - Seen\n#   -\n');
    expect(text).toContain('  # gap:\n');
    expect(text).toContain('## Timeline\n\n<!-- A list');
    expect(run.stderr).toContain("The template's `sumary` is not of this archive");
    expect(run.stderr).toContain("The template's `services` is not of this archive");
    expect((await problemsIn(content)).filter((line) => line.startsWith('postmortems/'))).toEqual([]);
  });

  test('may keep the incident off every page, and then no page is promised', async () => {
    const run = await begin(await contentWith(), 'It broke', '--template', 'security');
    expect(stated(await written(run))).toContain('visibility: restricted');
    expect(run.stderr).toContain('It is restricted: no page shows it');
    expect(run.stderr).not.toContain('/incidents/');
  });

  test('of a team stands in place of the one of its name, unless it has errors', async () => {
    const files = { 'templates/brief.mdx': '---\ntemplate: { name: Ours, summary: Short. }\n---\n\n## Our own\n' };
    const own = await begin(await contentWith(files), 'It broke');
    expect(await headings(own)).toEqual(['Our own']);
    const broken = await contentWith({
      'templates/brief.mdx': 'nothing\n',
      'templates/ours.mdx': '---\ntitle: x\n---\n',
    });
    const run = await begin(broken, 'It broke');
    expect(await headings(run)).toContain('What changes');
    expect(run.stderr).toContain('templates/brief.mdx has errors and was left aside');
    expect(await begin(broken, 'Again', '--template', 'ours')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('templates/ours.mdx has errors'),
    });
  });
});

test('every template with every severity and type makes a draft that nobody complains about', async () => {
  const content = await contentWith({});
  await cp(join(CHECKOUT, 'content'), content, {
    recursive: true,
    filter: (path) => !/content\/postmortems\/./.test(path),
  });
  const own = await readdir(join(CHECKOUT, 'src/templates'));
  const teams = await readdir(join(content, 'templates'));
  const templates = [...own, ...teams].map((name) => name.replace(/\.mdx?$/, ''));
  expect(templates.length).toBeGreaterThan(5);
  const bare = await contentWith({});
  for (const [index, dir] of [content, bare].entries()) {
    for (const template of index === 0 ? templates : templates.slice(0, own.length)) {
      for (const severity of ['SEV1', 'SEV2', 'SEV3', 'SEV4', undefined]) {
        for (const type of [...POSTMORTEM_TYPES, undefined]) {
          const options = { template, severity, type };
          const args = Object.entries(options).flatMap(([name, value]) => (value ? [`--${name}`, value] : []));
          const run = await begin(dir, `By ${template} as ${severity} ${type}`, ...args);
          expect(run).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('The template') });
        }
      }
    }
    // The primers link to incidents that were left out here.
    const complaints = (await problemsIn(dir)).filter((line) => /^(?:postmortems|templates)\//.test(line));
    expect(complaints).toEqual([]);
  }
});

test('what waits as a comment is the template, once the # is taken away', async () => {
  const content = await contentWith();
  for (const name of ['full', 'brief', 'near-miss', 'security', 'database-migration']) {
    const text = await written(await begin(content, `As ${name}`, '--template', name));
    const template = await readFile(join(CHECKOUT, 'src/templates', `${name}.mdx`), 'utf8');
    const keys = (front: string): string[] =>
      (front.split('\n---\n', 1)[0] ?? '').match(/^ *(?:- )?[a-zA-Z]+:.*$/gm) ?? [];
    const untouched = keys(template).filter(
      (line) => !/^ {2}name:|^template:|^(?:title|started|timezone|type|visibility):/.test(line),
    );
    const uncommented = keys(text.replace(/^# (?=[a-zA-Z]+:| {2})/gm, ''));
    expect(uncommented).toEqual(expect.arrayContaining(untouched.filter((line) => !/^ {2}summary: \w/.test(line))));
  }
});
