import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CORPORA } from '../testing/corpora.ts';
import { importArchive } from './import-archive.ts';

/**
 * What thirty files of real archives say, read by hand: moments (a day alone where no time is named), and digests of the
 * letters and digits of titles and of the first ten of each action. `end` is null where the text names none.
 */
interface Key {
  archive: string;
  file: string;
  title: string;
  start: string;
  end: string | null;
  timeline: string[];
  actions: string[];
}

const KEYS = JSON.parse(readFileSync(new URL('real-archives.key.json', import.meta.url), 'utf8')) as Key[];
const archives = [...new Set(KEYS.map(({ archive }) => archive))];
const absent = archives.filter((name) => !existsSync(join(CORPORA, name)));

interface Score {
  right: number;
  found: number;
  due: number;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
/** Times are compared as they are written: a day with a day, a moment with a moment. */
const moment = (text: string): string => (text.length <= 10 ? text : new Date(text).toISOString());

function count(score: Score, found: readonly string[], due: readonly string[]): void {
  const open = [...due];
  for (const value of found) {
    const at = open.indexOf(value);
    if (at >= 0) open.splice(at, 1);
    score.right += at >= 0 ? 1 : 0;
  }
  score.found += found.length;
  score.due += due.length;
}

test.skipIf(absent.length > 0)(
  `reads titles, starts, ends, timelines and actions as a person does${absent.length > 0 ? ` (${absent.join(', ')} not at hand)` : ''}`,
  () => {
    const scores: Record<string, Score> = {};
    const of = (field: string): Score => {
      scores[field] ??= { right: 0, found: 0, due: 0 };
      return scores[field];
    };
    for (const archive of archives) {
      const out = mkdtempSync(join(tmpdir(), 'cairn-key-'));
      const { files } = importArchive({ folder: join(CORPORA, archive), out, map: {}, split: false, dryRun: false });
      for (const key of KEYS.filter((one) => one.archive === archive)) {
        const target = files.find(({ file }) => file === key.file)?.target ?? '';
        const [, head = ''] = readFileSync(join(out, target), 'utf8').split(/^---$/m);
        const record = parse(head, { schema: 'failsafe' }) as Record<string, string> & {
          timeline?: { at: string }[];
          actions?: { what: string }[];
          imported?: { startedPrecision?: string };
        };
        const started = record.imported?.startedPrecision === 'day' ? record.started?.slice(0, 10) : record.started;
        count(of('title'), [digest(plain(record.title ?? ''), 12)], [key.title]);
        // Where only the day is known to the key, a time on that day says no less.
        const start = key.start.length === 10 ? (started ?? '').slice(0, 10) : (started ?? '');
        count(of('start'), [moment(start)], [moment(key.start)]);
        count(of('end'), record.resolved ? [moment(record.resolved)] : [], key.end ? [moment(key.end)] : []);
        count(
          of('timeline'),
          (record.timeline ?? []).map(({ at }) => moment(at)),
          key.timeline.map(moment),
        );
        count(
          of('actions'),
          (record.actions ?? []).map(({ what }) => digest(plain(what).slice(0, 10), 8)),
          key.actions,
        );
      }
      rmSync(out, { recursive: true, force: true });
    }
    const sum = (pick: (score: Score) => number): number =>
      Object.values(scores).reduce((total, score) => total + pick(score), 0);
    const recall = Object.fromEntries(Object.entries(scores).map(([field, { right, due }]) => [field, right / due]));
    expect(KEYS).toHaveLength(30);
    expect(sum(({ right }) => right) / sum(({ found }) => found), JSON.stringify(scores)).toBeGreaterThanOrEqual(0.97);
    for (const [field, share] of Object.entries(recall))
      expect(share, `${field} ${JSON.stringify(scores)}`).toBeGreaterThanOrEqual(0.9);
  },
);
