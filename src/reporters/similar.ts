import { durationsOf } from '../analysis/durations.ts';
import { reasonRows } from '../analysis/similar-reasons.ts';
import type { Similar } from '../analysis/similarity/index.ts';
import { plainText } from '../archive/body/inline.ts';
import type { Day, Postmortem } from '../model/record.ts';
import { durationText } from './duration-text.ts';

/** A file that was found. */
export interface FoundFile extends Similar {
  /** Its path below the folder that was searched. */
  file: string;
  title: string;
  /** What it says, where the folder is an archive of Cairn. */
  postmortem?: Postmortem;
  /** The day it began, in the time zone of the site. */
  day?: Day;
}

/** Where what was found begins to be further off, and the line that says so. */
export interface Divide {
  /** How many come before it. */
  after: number;
  line: string;
}

/** What was found, for scripts. */
export function similarJson(found: readonly FoundFile[]): string {
  const results = found.map(({ id, file, score, reasons }) => ({
    id,
    file,
    score: Number(score.toFixed(3)),
    reasons,
  }));
  return `${JSON.stringify({ version: 1, results }, null, 2)}\n`;
}

/** What was found, for a terminal: what fixed it first, then which it was, how long it took, and why it matched. */
export function similarText(found: readonly FoundFile[], divide?: Divide): string {
  return found
    .map((one, place) => {
      const line = place === divide?.after ? `${divide.line}\n\n` : '';
      return `${line}${place + 1}. ${linesOf(one).join('\n   ')}\n`;
    })
    .join('\n');
}

function linesOf({ file, title, postmortem, day, reasons }: FoundFile): string[] {
  const why = reasonRows(reasons).map(({ label, values }) => `${label}: ${values.join('; ')}`);
  const fixed = postmortem?.mitigation && `What fixed it: ${plainText(postmortem.mitigation)}`;
  const facts = postmortem ? [factsOf(postmortem, day).join(', ')] : [];
  return [...(fixed ? [fixed] : []), title, ...facts, ...why, file];
}

function factsOf(postmortem: Postmortem, day: Day | undefined): string[] {
  const { severity, services, ongoing, status } = postmortem;
  const { mitigate, resolve } = durationsOf(postmortem);
  return [
    ...(severity ? [severity] : []),
    ...(day ? [day] : []),
    ...('minutes' in mitigate ? [`${durationText(mitigate.minutes)} to mitigate`] : []),
    ...('minutes' in resolve ? [`${durationText(resolve.minutes)} to resolve`] : []),
    ...(ongoing ? ['ongoing'] : []),
    ...(status === 'published' ? [] : [`in ${status}`]),
    ...services,
  ];
}
