import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readArchive } from '../archive/read.ts';
import { CORPORA } from '../testing/corpora.ts';
import { lostWords } from '../testing/lost-words.ts';
import { decodeText } from './files/read-text.ts';
import { importArchive } from './import-archive.ts';
import { type ImportReport, isImported } from './report.ts';

const ARCHIVES = [
  'dfds__postmortems',
  'icco__postmortems',
  'jupyterhub__mybinder.org-deploy',
  'python-discord__infra',
  'usegalaxy-eu__website',
];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function importInto(folder: string): { out: string; report: ImportReport } {
  const out = mkdtempSync(join(tmpdir(), 'cairn-import-'));
  folders.push(out);
  return { out, report: importArchive({ folder, out, map: {}, split: false, dryRun: false }) };
}

describe.each(ARCHIVES)('%s', (name) => {
  const folder = join(CORPORA, name);
  const absent = !existsSync(folder);

  test.skipIf(absent)(
    'is imported into an archive without errors, with a postmortem for every file that has a day',
    async () => {
      const { out, report } = importInto(folder);
      const { problems, postmortems } = await readArchive({ contentDir: out, base: '/', drafts: false });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const imported = report.files.filter(isImported);
      expect(imported.length).toBeGreaterThan(5);
      expect(postmortems.map(({ file }) => file).sort()).toEqual(imported.map(({ target }) => target).sort());
    },
  );

  test.skipIf(absent)('loses no word: each stands in the imported file or in the report', () => {
    const { out, report } = importInto(folder);
    const lost = report.files
      .filter(({ outcome }) => outcome !== 'passed')
      .flatMap((file) => {
        const read = decodeText(readFileSync(join(folder, file.file)));
        const source = 'text' in read ? read.text : '';
        const target = file.target === undefined ? '' : readFileSync(join(out, file.target), 'utf8');
        const words = lostWords(source, target, file);
        return words.length > 0 ? [`${file.file}: ${words.join(' ')}`] : [];
      });
    expect(lost).toEqual([]);
  });

  test.skipIf(absent)('changes nothing at a second import', () => {
    const { out } = importInto(folder);
    const again = importArchive({ folder, out, map: {}, split: false, dryRun: false });
    expect(again.files.filter(isImported).filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
    expect(again.stubs).toEqual([]);
  });
});
