import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { archiveLoaders } from './archive/loader.ts';
import { buildSettings } from './cli/build-settings.ts';
import { refreshEditorFiles } from './cli/editor-files.ts';
import { reportReading } from './cli/report-reading.ts';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from './model/catalogue.ts';
import { guideSchema } from './model/guide.ts';
import { postmortemSchema } from './model/postmortem.ts';

const settings = buildSettings(process.env);
const load = archiveLoaders({
  ...settings,
  onRead(archive) {
    reportReading(archive);
    refreshEditorFiles(settings.contentDir);
  },
});

// The loaders judge with these schemas, and with every rule beyond them, and hand over finished records: see
// src/site/records.ts. What editors complete and check by is made from the same ones: see src/cli/editor-files.ts.
export const collections = {
  edition: defineCollection({ loader: load.edition }),
  postmortems: defineCollection({ loader: load.postmortems, schema: postmortemSchema }),
  causes: defineCollection({ loader: load.causes, schema: causeSchema }),
  factors: defineCollection({ loader: load.factors, schema: factorSchema }),
  services: defineCollection({ loader: load.services, schema: serviceSchema }),
  teams: defineCollection({ loader: load.teams, schema: teamSchema }),
  teamGuides: defineCollection({ loader: load.guides, schema: guideSchema }),
  guides: defineCollection({ loader: glob({ base: './src/guides', pattern: '**/*.mdx' }), schema: guideSchema }),
};
