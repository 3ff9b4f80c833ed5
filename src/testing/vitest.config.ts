import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const endToEnd = 'src/testing/e2e/**/*.test.ts';
/** They look at the built example and build nothing. */
const ofPages = ['journeys', 'narrow', 'similar', 'site-at-root', 'site-below-a-path', 'theme', 'three-am'].map(
  (name) => `src/testing/e2e/${name}.test.ts`,
);

export default defineConfig({
  root: checkout,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: checkout,
          include: ['src/**/*.test.ts'],
          exclude: [endToEnd],
          // A hang has to end; how fast a busy machine is says nothing about the code.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'pages',
          root: checkout,
          include: ofPages,
          globalSetup: 'src/testing/setup.ts',
          // They mostly wait for a browser.
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'browser',
          root: checkout,
          include: [endToEnd],
          exclude: ofPages,
          globalSetup: 'src/testing/setup.ts',
          // Builds share the .astro folder of the checkout: two at a time would write over each other there.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
