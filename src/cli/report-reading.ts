import type { Archive } from '../archive/archive.ts';

/**
 * Says on standard error what was read and what became of it, so that no file goes missing without a word; hints are counted,
 * since `check` names them.
 */
export function reportReading({ tally, problems }: Pick<Archive, 'tally' | 'problems'>): void {
  const { files, published, review, draft, restricted } = tally;
  const parts = [
    `${published} published`,
    ...(review > 0 ? [`${review} in review`] : []),
    ...(draft > 0 ? [`${draft} draft${draft === 1 ? '' : 's'}`] : []),
    ...(restricted > 0 ? [`${restricted} restricted`] : []),
  ];
  process.stderr.write(`Read ${files} postmortem${files === 1 ? '' : 's'}: ${parts.join(', ')}.\n`);
  const hints = problems.filter(({ severity }) => severity === 'hint').length;
  if (hints > 0)
    process.stderr.write(
      `${hints} hint${hints === 1 ? '' : 's'}: npx cairn check names ${hints === 1 ? 'it' : 'them'}.\n`,
    );
}
