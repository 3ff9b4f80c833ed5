import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CORPORA } from '../testing/corpora.ts';
import { importArchive } from './import-archive.ts';

/**
 * A moment by the source: every value that is no wrong fact, the first the best. A day (or month) where the source tells no
 * more; a clock time without an offset where it names no zone. `due`: the source tells it, so that it should be found.
 */
interface KeyMoment {
  due: boolean;
  at: string[];
}

/**
 * What thirty files of real archives say, read by hand: values where they are numbers, days or words of the model, else
 * digests of letters and digits: of a whole name or title, of the first word of a timeline entry, of the first ten letters
 * of an action.
 */
interface Key {
  archive: string;
  file: string;
  /** No zone is named: its clock times are known, and nothing else of its moments. */
  zone?: 'unknown';
  title: string;
  aliases: string[];
  tags: string[];
  authors: string[];
  services: string[];
  published: string[];
  severity: string[];
  /** Causes and factors that the source names: in a few words, no sentence. */
  named: string[];
  /** Who may be said to have noticed. */
  detection: string[];
  started: KeyMoment;
  detected: KeyMoment;
  acknowledged: KeyMoment;
  mitigated: KeyMoment;
  resolved: KeyMoment;
  /** Lengths that the source states, in minutes: those of the record are within a tenth of them. */
  lengths?: { detect?: number; resolve?: number };
  /** Moment, space, digest. */
  timeline: string[];
  actions: { what: string; assignee?: string; status?: string; ticket?: string; ticketMay?: string }[];
}

interface Imported {
  title?: string;
  severity?: string;
  published?: string;
  aliases?: string[];
  tags?: string[];
  authors?: string[];
  services?: string[];
  causes?: (string | { id: string })[] | 'unknown';
  factors?: (string | { id: string })[];
  detection?: { by: string };
  timeline?: { at: string; what: string }[];
  actions?: {
    what: string;
    owner?: string;
    assignee?: string;
    status?: string;
    ticket?: string;
    due?: string;
    priority?: string;
  }[];
  imported?: { startedPrecision?: string; assumedZone?: string };
}

interface Score {
  right: number;
  found: number;
  due: number;
}

const MOMENTS = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;
/** Fields of which nearly all must be found. */
const SOUGHT = ['title', 'started', 'resolved', 'timeline', 'actions'];

const KEYS = JSON.parse(readFileSync(new URL('real-archives.key.json', import.meta.url), 'utf8')) as Key[];
const archives = [...new Set(KEYS.map(({ archive }) => archive))];
const absent = archives.filter((name) => !existsSync(join(CORPORA, name)));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const shown = (text: string): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
const plain = (text: string): string =>
  shown(text)
    .replace(/&amp;/g, '&')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
const name = (text: string): string => digest(plain(text), 8);
const first = (text: string): string => digest(plain(text).slice(0, 10), 8);
const firstWord = (text: string): string => name(shown(text).trim().split(/\s+/)[0] ?? '');
/** A moment as the key of its file can be compared with: without its offset where the source names none. */
const moment = (text: string, { zone }: Key): string =>
  zone === 'unknown' ? text.slice(0, 16) : text.length <= 10 ? text : new Date(text).toISOString();

class Scores {
  readonly fields = new Map<string, Score>();
  readonly wrong: string[] = [];

  #of(field: string): Score {
    const score = this.fields.get(field) ?? { right: 0, found: 0, due: 0 };
    this.fields.set(field, score);
    return score;
  }

  /** `allowed` may be found too, and is not missed where it is not. */
  count(
    field: string,
    file: string,
    found: readonly string[],
    due: readonly string[],
    allowed: readonly string[] = [],
  ): void {
    const score = this.#of(field);
    const open = [...due];
    for (const value of found) {
      const at = open.indexOf(value);
      if (at >= 0) open.splice(at, 1);
      if (at >= 0 || allowed.includes(value)) score.right += 1;
      else this.wrong.push(`${file}: ${field} ${value}`);
    }
    score.found += found.filter((value) => !due.includes(value) && allowed.includes(value)).length;
    score.found += found.filter((value) => due.includes(value) || !allowed.includes(value)).length;
    score.due += due.length;
  }

  /** One moment, found or not: a day alone is no wrong fact where a time of that day is due, but not what was sought. */
  moment(field: string, key: Key, { due, at }: KeyMoment, found: string | undefined): void {
    const score = this.#of(field);
    score.due += due ? 1 : 0;
    if (found === undefined) return;
    const isVague = found.length <= 10 && at.every((value) => value.length > 10);
    if (isVague && at.some((value) => value.startsWith(found))) return;
    const isRight = at.some((value) =>
      value.length <= 10
        ? found.length <= 10 && found.startsWith(value)
        : found.length > 10 && moment(found, key) === moment(value, key),
    );
    score.found += 1;
    if (isRight) score.right += 1;
    else this.wrong.push(`${key.file}: ${field} ${found}`);
  }

  table(): string {
    const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
    const rows = [...this.fields].map(([field, { right, found, due }]) =>
      [field.padEnd(18), `${right}/${found}`.padStart(9), share(right, found).padStart(7)]
        .concat(SOUGHT.includes(field) ? [`${right}/${due}`.padStart(9), share(right, due).padStart(7)] : [])
        .join(''),
    );
    return ['field                 right  precis.      due recall', ...rows, '', 'wrong:', ...this.wrong].join('\n');
  }
}

function readImported(folder: string, target: string): Imported & Record<(typeof MOMENTS)[number], string | undefined> {
  const [, head = ''] = readFileSync(join(folder, target), 'utf8').split(/^---$/m);
  return parse(head, { schema: 'failsafe' }) as ReturnType<typeof readImported>;
}

function judge(scores: Scores, key: Key, record: ReturnType<typeof readImported>): void {
  const { file } = key;
  const names = (list: readonly string[] | undefined): string[] => (list ?? []).map(name);
  scores.count('title', file, [digest(plain(record.title ?? ''), 12)], [key.title]);
  for (const field of MOMENTS) {
    const known = field === 'started' ? record.imported?.startedPrecision : undefined;
    const length = known === 'month' ? 7 : known === 'day' ? 10 : undefined;
    scores.moment(field, key, key[field], record[field]?.slice(0, length));
  }
  const timeline = key.timeline.map((entry) => {
    const [at = '', what = ''] = entry.split(' ');
    return `${moment(at, key)} ${what}`;
  });
  scores.count(
    'timeline',
    file,
    (record.timeline ?? []).map(({ at, what }) => `${moment(at, key)} ${firstWord(what)}`),
    timeline,
  );
  for (const [length, end] of [
    [key.lengths?.detect, record.detected],
    [key.lengths?.resolve, record.resolved],
  ] as const) {
    if (length === undefined || end === undefined) continue;
    const minutes = (Date.parse(end) - Date.parse(record.started ?? '')) / 60_000;
    const isRight = Math.abs(minutes - length) <= Math.max(2, length / 10);
    scores.count('lengths', file, [isRight ? String(length) : `${minutes} min`], [String(length)]);
  }
  const actions = record.actions ?? [];
  scores.count(
    'actions',
    file,
    actions.map(({ what }) => first(what)),
    key.actions.map(({ what }) => what),
  );
  for (const field of ['aliases', 'tags', 'authors', 'services'] as const)
    scores.count(field, file, names(record[field]), key[field]);
  scores.count('published', file, record.published ? [record.published] : [], key.published);
  scores.count('severity', file, record.severity ? [record.severity] : [], key.severity);
  scores.count('detection', file, record.detection ? [record.detection.by] : [], [], key.detection);
  const causes = record.causes === 'unknown' ? [] : (record.causes ?? []);
  const cited = [...causes, ...(record.factors ?? [])].map((one) => (typeof one === 'string' ? one : one.id));
  scores.count('causes, factors', file, names(cited), [], key.named);
  const open = [...key.actions];
  for (const action of actions) {
    const at = open.findIndex(({ what }) => what === first(action.what));
    const [own] = at < 0 ? [] : open.splice(at, 1);
    const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
    const tell = `${file}#${first(action.what)}`;
    scores.count('action assignee', tell, names(one(action.assignee)), one(own?.assignee));
    scores.count('action status', tell, one(action.status), one(own?.status));
    scores.count(
      'action ticket',
      tell,
      one(action.ticket).map((url) => digest(url, 8)),
      one(own?.ticket),
      one(own?.ticketMay),
    );
    scores.count('action owner, due', tell, [...one(action.owner), ...one(action.due), ...one(action.priority)], []);
  }
}

test.skipIf(absent.length > 0)(
  `says of thirty files what a person reads in them${absent.length > 0 ? ` (${absent.join(', ')} not at hand)` : ''}`,
  () => {
    const scores = new Scores();
    for (const archive of archives) {
      const out = mkdtempSync(join(tmpdir(), 'cairn-key-'));
      folders.push(out);
      const { files } = importArchive({ folder: join(CORPORA, archive), out, map: {}, split: false, dryRun: false });
      for (const key of KEYS.filter((one) => one.archive === archive)) {
        const report = files.find(({ file }) => file === key.file);
        const record = readImported(out, report?.target ?? '');
        judge(scores, key, record);
        if (key.zone === 'unknown') expect(record.imported?.assumedZone, key.file).toBe('UTC');
      }
    }
    const table = scores.table();
    if (process.env.CAIRN_SHOW_KEY) console.log(table);
    const all = [...scores.fields.values()];
    const sum = (pick: (score: Score) => number): number => all.reduce((total, score) => total + pick(score), 0);
    expect(KEYS).toHaveLength(30);
    expect(sum(({ right }) => right) / sum(({ found }) => found), table).toBeGreaterThanOrEqual(0.97);
    for (const [field, { right, found }] of scores.fields)
      expect(found === 0 ? 1 : right / found, `precision of ${field}\n${table}`).toBeGreaterThanOrEqual(0.97);
    for (const field of SOUGHT) {
      const { right, due } = scores.fields.get(field) as Score;
      expect(right / due, `recall of ${field}\n${table}`).toBeGreaterThanOrEqual(0.9);
    }
  },
);
