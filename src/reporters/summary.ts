import type { Problem } from '../archive/problem.ts';
import { type Block, commentOf } from './comment-blocks.ts';
import { commentText } from './comment-text.ts';
import { count } from './count.ts';
import { rulePage } from './rule-page.ts';
import { type Address, addressTo, type ChangedPostmortem, incidentBlocks } from './summary-incident.ts';

/** The first line of a summary: by it a comment is found again and written anew. */
const SUMMARY_MARK = '<!-- cairn-summary -->';

/** The most problems of one file that are listed. */
const MOST_PROBLEMS = 50;

/** What a change does to an archive. */
export interface Summary {
  /** Of the files that are changed and of those that refer to them, in reading order. Restricted files are not among them. */
  problems: Problem[];
  /** How many of the changed files are postmortems. */
  changed: number;
  postmortems: ChangedPostmortem[];
  /** Changed postmortems that have errors, and so no figures yet. */
  faulty: string[];
  /** Of restricted postmortems that are changed or have problems by it: how many there are, and how much is wrong with them. */
  restricted: { files: number; errors: number; hints: number };
  /** What causes, factors and services are called, by their ids. */
  names: ReadonlyMap<string, string>;
  /** The zone in which days count. */
  zone: string;
  /** Where the site is published; absent where nothing is to be linked. */
  siteUrl?: string;
}

/**
 * What a change does to an archive, as Markdown for a comment: problems by file, and of each postmortem its durations, the
 * patterns it joins and the past incidents like it. Text of the files is shown as words and nothing else.
 */
export function summaryMarkdown(summary: Summary): string {
  const address = addressTo(summary.siteUrl);
  const blocks: Block[] = [
    {
      what: 'the beginning',
      markdown: `${SUMMARY_MARK}\n### What this change does to the archive\n\n${lead(summary)}`,
    },
    ...problemBlocks(summary, address),
    ...summary.postmortems.flatMap((one) => incidentBlocks(one, summary, address)),
    ...waiting(summary),
  ];
  return commentOf(blocks, 'All of it is printed by `npx cairn summary` and `npx cairn check --changed`.');
}

function lead({ problems, changed, restricted }: Summary): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length + restricted.errors;
  const hints = problems.length + restricted.errors + restricted.hints - errors;
  const sentences = [
    changed === 0 ? 'No postmortem is added or changed.' : `${count(changed, 'postmortem')} added or changed.`,
    errors + hints === 0 ? 'Nothing is wrong.' : `${count(errors, 'error')}, ${count(hints, 'hint')}.`,
    ...(errors > 0 ? ['With an error the site is not built.'] : []),
  ];
  if (restricted.files > 0) {
    const own = restricted.errors + restricted.hints;
    const wrong = own === 0 ? '' : ` (${count(restricted.errors, 'error')}, ${count(restricted.hints, 'hint')})`;
    sentences.push(`Of ${count(restricted.files, 'restricted postmortem')}${wrong} nothing is said here.`);
  }
  return sentences.join(' ');
}

function problemBlocks({ problems }: Summary, { site }: Address): Block[] {
  return [...Map.groupBy(problems, ({ file }) => file)].map(([file, own]) => {
    const rows = own.slice(0, MOST_PROBLEMS).map(({ severity, position, rule, message, hint }) => {
      const page = rulePage(rule, site);
      const name = page ? `[${commentText(rule)}](${page})` : commentText(rule);
      const words = commentText(hint ? `${message} (${hint})` : message, 400);
      return `| ${position?.line ?? ''} | ${severity} | ${name} | ${words} |`;
    });
    const more = own.length - rows.length;
    return {
      what: `the problems of ${commentText(file)}`,
      markdown: [
        `#### ${commentText(file)}`,
        '',
        '| line | | rule | what |',
        '| ---: | --- | --- | --- |',
        ...rows,
        ...(more > 0 ? ['', `${more} more in this file.`] : []),
      ].join('\n'),
    };
  });
}

function waiting({ faulty }: Summary): Block[] {
  if (faulty.length === 0) return [];
  const files = faulty.map((file) => commentText(file)).join(', ');
  const markdown = `Durations, patterns and similar incidents follow once there is no error in ${files}.`;
  return [{ what: 'what waits for errors to be mended', markdown }];
}
