import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { archiveLoaders } from './archive/loader.ts';
import { buildSettings } from './cli/build-settings.ts';
import { reportReading } from './cli/report-reading.ts';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from './model/catalogue.ts';
import { guideSchema } from './model/guide.ts';
import { postmortemSchema } from './model/postmortem.ts';

const load = archiveLoaders({ ...buildSettings(process.env), onRead: reportReading });

// The schemas are what editors complete and check by. The loaders judge with the same ones, and with every rule beyond
// them, and hand over finished records: see src/site/records.ts.
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
