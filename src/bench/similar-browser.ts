import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { buildIndex, type SimilarDocument, siteOptions } from '../analysis/similarity/index.ts';
import type { SimilarCard, SimilarFile } from '../site/similar-file.ts';
import { findBrowser, launchBrowser } from '../testing/browser.ts';
import { serve } from '../testing/serve.ts';
import { KINDS, questionsOf } from './similar-questions.ts';
import { syntheticArchive } from './similar-synthetic.ts';

// Measures what /similar/ takes in a real browser, with the index of many incidents in place of that of a built site:
//   node src/bench/similar-browser.ts [folder of a built site] [incidents …]

/** From the question to the answer, both in the page: what a reader does not notice as waiting, in milliseconds. */
const BUDGET = 100;
const EACH = 10;

/** When, in milliseconds of the page's clock, a question was posted to the worker, answered by it and painted. */
interface Moments {
  posted: number;
  answered: number;
  painted: number;
}

const [first, ...rest] = process.argv.slice(2);
const isFolder = first !== undefined && !/^\d+$/.test(first);
const site = resolve(isFolder ? first : 'dist');
const sizes = (isFolder || first === undefined ? rest : [first, ...rest]).map(Number);
if (!statSync(join(site, 'similar/index.html'), { throwIfNoEntry: false })) {
  console.error(`${site} holds no built site. Run npx cairn build first, or name the folder of one.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
try {
  cpSync(site, folder, { recursive: true });
  const browser = await launchBrowser(await findBrowser());
  console.log(`${browser.browserType().name()} ${browser.version()}, ${cpus().length} × ${cpus()[0]?.model}`);
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) await measure(browser, size);
  await browser.close();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(browser: Browser, size: number): Promise<void> {
  const documents = syntheticArchive(size, 1, { told: 0.15 });
  const bytes = placeIndex(documents);
  const server = await serve(folder, '/');
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(keepMoments);
  await page.goto(`${server.url}similar/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => Object.assign(globalThis, { tasks: [] }));

  const cold = await ask(page, documents.at(-1)?.signals[0] ?? '');
  console.log(`\n## ${size} incidents: ${(bytes / 1000).toFixed(0)} kB gzip fetched at first use`);
  console.log(
    `first use to first answer ${ms(cold.answered - cold.posted)}, to its list ${ms(cold.painted - cold.posted)}`,
  );
  console.log(`${''.padEnd(16)}${'to the answer'.padEnd(48)}to the painted list`);
  const slowest: number[] = [];
  for (const kind of KINDS) {
    const moments: Moments[] = [];
    for (const question of questionsOf(kind, documents, EACH)) moments.push(await ask(page, question));
    const answers = moments.map(({ posted, answered }) => answered - posted);
    const lists = moments.map(({ posted, painted }) => painted - posted);
    slowest.push(...answers);
    console.log(`${kind.padEnd(16)}${spread(answers).padEnd(48)}${spread(lists)}`);
  }
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  const longest = tasks.length === 0 ? 'none of 50 ms' : ms(Math.max(...tasks));
  const over = slowest.filter((time) => time > BUDGET).length;
  console.log(`longest task of the page: ${longest}; ${over} of ${slowest.length} answers over ${BUDGET} ms`);
  await page.close();
  await server.close();
}

/** Writes the files that a build would, and gives the bytes that a reader fetches. */
function placeIndex(documents: readonly SimilarDocument[]): number {
  const file: SimilarFile = {
    index: buildIndex(documents, siteOptions(documents.length)),
    cards: documents.map(cardOf),
  };
  const text = JSON.stringify(file);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(join(folder, `similar/${digest}.json`), text);
  writeFileSync(join(folder, 'similar/current.json'), JSON.stringify({ digest }));
  return gzipSync(text).length;
}

function cardOf({ texts: [title, , fixed], date, facets }: SimilarDocument, place: number): SimilarCard {
  return {
    title: title?.text ?? '',
    fixed: fixed?.text,
    eased: `${place % 60} min`,
    took: `${place % 90} min to resolve`,
    day: date?.slice(0, 10),
    severity: `SEV${1 + (place % 4)}`,
    services: facets
      .filter(({ kind }) => kind === 'service')
      .map(({ name }) => name)
      .join(', '),
    ...(place % 5 === 0 && { open: [{ id: 'a1', what: title?.text ?? '', due: '12 days late', late: true }] }),
  };
}

/** Runs in the page before its own scripts: notes when the worker is asked and answers, and every task of 50 ms and more. */
function keepMoments(): void {
  const moments: Moments = { posted: 0, answered: 0, painted: 0 };
  const kept = { moments, tasks: [] as number[] };
  Object.assign(globalThis, kept);
  new PerformanceObserver((list) => {
    const { tasks } = globalThis as unknown as typeof kept;
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ entryTypes: ['longtask'] });
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', () => {
        moments.answered = performance.now();
        requestAnimationFrame(() => setTimeout(() => Object.assign(moments, { painted: performance.now() })));
      });
    }

    override postMessage(message: unknown): void {
      Object.assign(moments, { posted: performance.now(), answered: 0, painted: 0 });
      super.postMessage(message);
    }
  };
}

/** Asks as a reader does who pastes and presses the button. */
async function ask(page: Page, question: string): Promise<Moments> {
  await page.evaluate((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('#q');
    if (field) field.value = text;
    field?.form?.requestSubmit();
  }, question);
  const shown = await page.waitForFunction(() => {
    const { moments } = globalThis as unknown as { moments: Moments };
    return moments.painted > 0 && { ...moments };
  });
  return (await shown.jsonValue()) as Moments;
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `median ${ms(at(0.5))}, p95 ${ms(at(0.95))}, slowest ${ms(at(1))}`;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
