import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CORPORA } from '../testing/corpora.ts';
import { type Corpus, documentsOf, readCorpora } from './similar-corpus.ts';
import { judge, MEASURES, type Measures, mean, pairedDifference } from './similar-measures.ts';
import { pagefind } from './similar-pagefind.ts';
import { fiveWords, signalLine } from './similar-short.ts';
import { steadiness } from './similar-steadiness.ts';
import { bm25, cairn, miniSearch, type System, tfIdf } from './similar-systems.ts';

// Measures how well similar incidents are found, on any folder of archives with a file of pairs that are known to be alike.

/** What is asked: a whole document, a line that it quotes, or five words of its first paragraph. */
type Asked = 'document' | 'signal line' | 'five words';

interface Condition {
  asked: Asked;
  titles: boolean;
  /** True where only documents older than the question may be found. */
  past: boolean;
  /** True where the document that the question comes from is to be found, false where those like it are. */
  itself: boolean;
}

const CONDITIONS: Condition[] = [
  ...[false, true].flatMap((past) =>
    [true, false].map((titles) => ({ asked: 'document' as const, titles, past, itself: false })),
  ),
  ...(['signal line', 'five words'] as const).flatMap((asked) =>
    [false, true].map((itself) => ({ asked, titles: true, past: false, itself })),
  ),
];

/** The results of each system, question by question in the same order. */
type Results = Map<string, { archive: string; measures: Measures }[]>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grade: { type: 'string', default: '2' }, 'no-pagefind': { type: 'boolean', default: false } },
});
const folder = resolve(positionals[0] ?? CORPORA);
const least = Number(values.grade);
const corpora = readCorpora(folder);
console.log(
  `${folder}: ${corpora.map(({ name, ids, cases }) => `${name} (${ids.length} documents, ${cases.length} with pairs)`).join(', ')}`,
);
console.log(`Alike: grade ${least} and above. nDCG counts every grade.`);
console.log('Pagefind wants every word that it knows, so a whole document as a question finds that document alone.\n');

const results = new Map<Condition, Results>(CONDITIONS.map((condition) => [condition, new Map()]));
for (const corpus of corpora) {
  for (const titles of [true, false]) {
    const documents = documentsOf(corpus, titles);
    const systems = [
      cairn(documents),
      cairn(documents, true),
      miniSearch(documents),
      tfIdf(documents),
      bm25(documents),
    ];
    if (!values['no-pagefind']) systems.splice(2, 0, await pagefind(documents));
    for (const system of systems) {
      for (const condition of CONDITIONS.filter((one) => one.titles === titles))
        await measure(system, corpus, condition);
      await system.close?.();
    }
  }
}
for (const condition of CONDITIONS) report(condition, results.get(condition) ?? new Map());
for (const corpus of corpora) reportSteadiness(corpus);

async function measure(system: System, corpus: Corpus, condition: Condition): Promise<void> {
  const all: Results = results.get(condition) ?? new Map();
  const list = all.get(system.name) ?? [];
  all.set(system.name, list);
  const placeOf = new Map(corpus.ids.map((id, place) => [id, place]));
  const cases = condition.itself ? corpus.ids.map((id) => ({ id, grades: new Map([[id, least]]) })) : corpus.cases;
  for (const { id, grades } of cases) {
    const place = placeOf.get(id) ?? 0;
    const allowed = (other: string): boolean =>
      (condition.itself || other !== id) && (!condition.past || (placeOf.get(other) ?? 0) < place);
    const reachable = new Map([...grades].filter(([other]) => allowed(other)));
    if (![...reachable.values()].some((grade) => grade >= least)) continue;
    const order = await answer(system, condition.asked, id, corpus.sources.get(id) ?? '');
    if (order) list.push({ archive: corpus.name, measures: judge(order.filter(allowed), reachable, least) });
  }
}

/** How many pages of an archive keep their five, in order, when a document of another archive is added. */
function reportSteadiness(corpus: Corpus): void {
  const others = corpora.filter((other) => other !== corpus).flatMap((other) => documentsOf(other, true));
  if (others.length === 0) return;
  const share = mean(steadiness(documentsOf(corpus, true), others, { draws: 40, seed: 1, sample: 250 }));
  console.log(
    `${corpus.name}: ${(100 * share).toFixed(1)} % of the pages keep their five, in order, with one stranger more`,
  );
}

/** Undefined where the document gives no such question. */
async function answer(system: System, asked: Asked, id: string, source: string): Promise<string[] | undefined> {
  if (asked === 'document') return system.likeDocument(id);
  const text = asked === 'signal line' ? signalLine(source) : fiveWords(source);
  return text === undefined ? undefined : system.likeText(text);
}

function report({ asked, titles, past, itself }: Condition, all: Results): void {
  const ours = all.get('Cairn') ?? [];
  const archives = [...new Set(ours.map(({ archive }) => archive))];
  const scope = past ? 'older documents only' : 'all documents';
  const wanted = itself ? 'the document itself is wanted' : `${titles ? 'titles kept' : 'titles removed'}, ${scope}`;
  console.log(`## Asked with a ${asked}: ${wanted}, ${ours.length} questions`);
  console.log(
    `${'system'.padEnd(17)}${'MRR'.padStart(7)}${'R@5'.padStart(7)}${'nDCG@10'.padStart(9)}  ${'by archive: R@5'.padEnd(30)}  Cairn minus it: MRR, R@5, nDCG@10 with 95 % intervals`,
  );
  for (const [name, list] of all) {
    const means = MEASURES.map((measure) => mean(list.map(({ measures }) => measures[measure])).toFixed(3));
    const byArchive = archives.map((archive) =>
      mean(list.filter((one) => one.archive === archive).map(({ measures }) => measures.recallAt5)).toFixed(2),
    );
    const differences = MEASURES.map((measure) => {
      const {
        mean: middle,
        low,
        high,
      } = pairedDifference(
        ours.map(({ measures }) => measures[measure]),
        list.map(({ measures }) => measures[measure]),
      );
      return `${signed(middle)} (${signed(low)} to ${signed(high)})`;
    });
    console.log(
      `${name.padEnd(17)}${means[0]?.padStart(7)}${means[1]?.padStart(7)}${means[2]?.padStart(9)}  ${byArchive.join(' ').padEnd(30)}  ${name === 'Cairn' ? '' : differences.join('  ')}`,
    );
  }
  console.log();
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
