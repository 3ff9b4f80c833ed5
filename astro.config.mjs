import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { buildSettings } from './src/cli/build-settings.ts';
import { searchIndex } from './src/integrations/search-index.ts';

const { base, outDir, cacheDir } = buildSettings(process.env);

export default defineConfig({
  base,
  outDir,
  cacheDir,
  publicDir: './public',
  trailingSlash: 'always',
  // The default ('jsx') eats the line breaks between inline elements, so that a formatter would change a page.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  prerenderConflictBehavior: 'error',
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), searchIndex()],
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "worker-src 'self'",
      ],
      // WebAssembly is Pagefind's engine.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
});
