import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyCheckout, lendPackages } from '../checkout-copy.ts';
import { filesBelow } from '../gates/files.ts';
import { repository, type TestRepository } from '../repository.ts';
import { CHECKOUT } from '../site.ts';

/** The wiki of the guide, as a team would have it: three incidents, a template and a page about something else. */
const WIKI = {
  'README.md': '# Wiki\n\nHow we work.\n',
  'incidents/2023-04-05-disk-full.md':
    '# Disk full on the build host\n\nNo build ran for 25 minutes.\n\n## Timeline\n\n- 10:00 Builds fail\n- 10:25 Disk grown, service restored\n',
  'incidents/2023-09-01-queue.md':
    '---\ntitle: The queue stood still\nstarted: 2023-09-01T08:00Z\nresolved: 2023-09-01T09:00Z\njira_epic: OPS-12\n---\n\nNobody got mail.\n',
  'incidents/2023-10-02-mail.md':
    '# Mail came late\n\nMail came late.\n\n## Timeline\n\n- 10:00 Version 4 deployed\n- 10:30 Two people join the call\n',
  'incidents/template.md': '# Title\n\n## Timeline\n\n## Action items\n',
};

const GUIDE = readFileSync(join(CHECKOUT, 'src/guides/bring-your-archive.mdx'), 'utf8');
/** Everything between fences of `language`, in the order of the guide. */
const fenced = (language: string): string[] =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code);

let checkout: string;
let wiki: TestRepository;

beforeAll(async () => {
  wiki = repository();
  await wiki.commit('A wiki', WIKI);
  checkout = join(mkdtempSync(join(tmpdir(), 'cairn-guide-')), 'cairn');
  copyCheckout(checkout, join(CHECKOUT, 'src/testing/fixtures/tiny'));
  lendPackages(checkout);
});
afterAll(async () => {
  rmSync(join(checkout, '..'), { recursive: true, force: true });
  await wiki.remove();
});

/** Runs a line of the guide in the checkout; the wiki that it clones is ours. */
function run(line: string): string {
  const command = line.replace('https://git.example.com/ops/wiki.git', wiki.folder);
  const cairn = `${process.execPath} ${join(checkout, 'src/cli/cairn.ts')}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command.replace(/^npx cairn/, cairn)], {
    cwd: checkout,
    encoding: 'utf8',
  });
  expect(status, `${line}\n${stdout}${stderr}`).toBe(0);
  return `${stdout}${stderr}`;
}

test('the commands of the guide, run as they stand, make a site of a wiki that was cloned', () => {
  const lines = fenced('sh')
    .join('')
    .split('\n')
    .filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(7);
  const content = join(checkout, '../our-content');
  const site = join(checkout, '../our-site');
  for (const line of lines) {
    if (/^npm ci$|cairn preview/.test(line)) continue;
    const before = readdirSync(join(checkout, '..'));
    const said = run(line);
    if (line.includes('--dry-run')) {
      expect(said).toMatch(/template\.md +template/);
      expect(readdirSync(join(checkout, '..'))).toEqual(before);
    }
    if (line.endsWith('--out ../our-content')) {
      const settings = fenced('yaml').find((code) => code.startsWith('name: ')) ?? '';
      expect(settings).not.toBe('');
      writeFileSync(join(content, 'site.yaml'), settings);
    }
    if (line.includes('--init')) expect(existsSync(join(checkout, 'map.yaml'))).toBe(true);
  }
  expect(filesBelow(site)).toEqual(
    expect.arrayContaining(['incidents/2023-04-05-disk-full/index.html', 'incidents/2023-09-01-queue/index.html']),
  );
  const late = readFileSync(join(site, 'incidents/2023-10-02-mail/index.html'), 'utf8');
  expect(late).toMatch(/2 Oct 2023<\/time>\s*<span class="sub">its time is not known<\/span>/);
  expect(late).toContain('Of its start only the day was known.');
  expect(late).not.toMatch(/\b00:00\b|counted from the start/);
  const page = readFileSync(join(site, 'incidents/2023-09-01-queue/index.html'), 'utf8');
  expect(page).toContain('Our postmortems');
  expect(page).toMatch(/Imported from <code>2023-09-01-queue\.md<\/code>/);
  expect(page).toMatch(/<dt>jira_epic<\/dt>\s*<dd>OPS-12<\/dd>/);
});

test('a map file that was written first can be named at once, and changes nothing', () => {
  const [line = ''] = GUIDE.match(/npx cairn import \S+ --from map\.yaml --out \S+?(?=`)/) ?? [];
  expect(run(line)).toMatch(/3 unchanged/);
});
