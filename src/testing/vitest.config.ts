import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const endToEnd = 'src/testing/e2e/**/*.test.ts';

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
        },
      },
      {
        test: {
          name: 'browser',
          root: checkout,
          include: [endToEnd],
          globalSetup: 'src/testing/setup.ts',
          // A test here may build a site; two cores carry two of them.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
