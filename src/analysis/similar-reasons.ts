import type { CommonWord, Reason } from './similarity/index.ts';

/** Reasons of one kind, as a reader is told of them. */
export interface ReasonRow {
  /** `Signal`, `Causes`, `Words`. */
  label: string;
  values: string[];
  /** True for what a machine said, and is shown as code. */
  isCode: boolean;
}

const LABELS = {
  signal: ['Signal', 'Signals'],
  cause: ['Cause', 'Causes'],
  factor: ['Factor', 'Factors'],
  service: ['Service', 'Services'],
  trigger: ['Trigger', 'Triggers'],
  words: ['Words', 'Words'],
} as const satisfies Record<Reason['kind'], readonly [string, string]>;

/** A signal is told by its beginning. In characters. */
const LONGEST_SIGNAL = 120;

/** The reasons for which two things are alike, a row for each kind, in the order they come: the strongest first. */
export function reasonRows(reasons: readonly Reason[]): ReasonRow[] {
  const rows = new Map<Reason['kind'], string[]>();
  for (const reason of reasons) rows.set(reason.kind, [...(rows.get(reason.kind) ?? []), ...valuesOf(reason)]);
  return [...rows]
    .filter(([, values]) => values.length > 0)
    .map(([kind, values]) => ({
      label: LABELS[kind][values.length === 1 ? 0 : 1],
      values: kind === 'words' ? [values.join(', ')] : values,
      isCode: kind === 'signal',
    }));
}

function valuesOf(reason: Reason): string[] {
  if (reason.kind === 'signal') return [beginningOf(reason.text)];
  if (reason.kind === 'words') return reason.words.map(wordText);
  return [reason.name];
}

/** `ENOSPC = no space left on device`, where what was asked says it with another word. */
function wordText({ text, from }: CommonWord): string {
  return from === undefined ? text : `${from} = ${text}`;
}

function beginningOf(signal: string): string {
  const [line = ''] = signal.trim().split('\n');
  return line.length > LONGEST_SIGNAL || line.length < signal.trim().length
    ? `${line.slice(0, LONGEST_SIGNAL).trimEnd()}…`
    : line;
}
