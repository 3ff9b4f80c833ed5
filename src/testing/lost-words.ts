import type { FileReport } from '../importers/report.ts';

/** Every word, link and line of code, with how often it stands there. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Words of the source that stand neither in the imported file nor in the report, as often as they stand in the source. */
export function lostWords(source: string, target: string, report: FileReport): string[] {
  const { mapped, derived, left, problems } = report;
  const kept = wordsOf([target, ...textsIn({ mapped, derived, left, problems })].join('\n'));
  return [...wordsOf(source)].flatMap(([word, times]) => ((kept.get(word) ?? 0) < times ? [word] : []));
}
