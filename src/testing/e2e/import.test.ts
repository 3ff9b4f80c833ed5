import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../archive/read.ts';
import { importArchive } from '../../importers/import-archive.ts';
import { isImported } from '../../importers/report.ts';
import { corpus } from '../corpora.ts';
import { filesBelow } from '../gates/files.ts';
import { findBrokenLinks } from '../gates/links.ts';
import { buildSite, emptyFolder } from '../site.ts';

const ARCHIVES = [
  'dfds__postmortems',
  'icco__postmortems',
  'jupyterhub__mybinder.org-deploy',
  'python-discord__infra',
  'usegalaxy-eu__website',
];

for (const { name, folder, present, title } of ARCHIVES.map(corpus)) {
  describe.skipIf(!present)(title, () => {
    test('is imported, checked and built into a site with a page for every postmortem', async () => {
      const workshop = await emptyFolder(`import-${name}`);
      const content = join(workshop, 'content');
      const { files } = importArchive({ folder, out: content, map: {}, split: false, dryRun: false });
      const { problems, postmortems } = await readArchive({ contentDir: content, base: '/', drafts: false });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(postmortems).toHaveLength(files.filter(isImported).length);
      await buildSite({ content, out: join(workshop, 'out') });
      const pages = filesBelow(join(workshop, 'out'));
      expect(pages).toEqual(expect.arrayContaining(postmortems.map(({ id }) => `incidents/${id}/index.html`)));
      expect(findBrokenLinks(join(workshop, 'out'), '/')).toEqual([]);
    });
  });
}
