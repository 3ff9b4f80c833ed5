import type { BodyContext } from './body/compile.ts';
import { compileInline, type InlineProblem } from './body/inline.ts';
import type { FileKind } from './files.ts';
import type { Problem } from './problem.ts';
import type { Path, Places } from './yaml/places.ts';

/** The values that are inline Markdown, `*` being every item of a list. Ids, signals, tags and names of things are none. */
const MARKDOWN: Partial<Record<FileKind, readonly string[]>> = {
  postmortem: [
    'title',
    'summary',
    'detection.gap',
    'causes.*.how',
    'factors.*.how',
    'causeChain.*.step',
    'causeChain.*.consequence',
    'causeChain.*.prevention',
    'impact.summary',
    'impact.users',
    'impact.requests',
    'impact.dataLoss',
    'impact.downtime',
    'impact.errorBudget',
    'impact.engineerHours',
    'impact.reputation',
    'mitigation',
    'rollback.why',
    'timeline.*.what',
    'validation.*',
    'measures.*',
    'wentWell.*',
    'wentBadly.*',
    'gotLucky.*',
    'surprises.*',
    'lessons.*',
    'actions.*.what',
    'actions.*.reason',
    'noActions',
  ],
  cause: ['name', 'summary'],
  factor: ['name', 'summary'],
  service: ['name', 'summary'],
  team: ['name', 'summary', 'contact'],
  guide: ['title', 'summary'],
  site: ['description', 'severities.*.meaning'],
};

const STEPS = new Map(
  Object.entries(MARKDOWN).map(([kind, fields]) => [kind, fields.map((field) => field.split('.'))]),
);

/** Checks the inline Markdown of `values` and rewrites its links in place; gives what is wrong with it. */
export function compileTexts(
  { kind, file, values, places }: { kind: FileKind; file: string; values: unknown; places: Places },
  context: BodyContext,
): Problem[] {
  const problems: Problem[] = [];
  for (const { text, path, replace } of textsOf(kind, values)) {
    const compiled = compileInline(text, context);
    for (const { offset, ...problem } of compiled.problems as InlineProblem[]) {
      problems.push({ file, position: places.inText(path, offset), ...problem });
    }
    replace(compiled.text);
  }
  return problems;
}

/** A value that is inline Markdown, and where it stands. */
export interface TextValue {
  text: string;
  path: Path;
  replace(by: string): void;
}

/** The values of a file that are inline Markdown. */
export function* textsOf(kind: FileKind, values: unknown): Generator<TextValue> {
  for (const steps of STEPS.get(kind) ?? []) yield* textsBelow(values, steps, 0, []);
}

/** The texts at `field` of a map, `*` being every item of a list: `actions.*.addresses.*`. */
export function textsAt(values: unknown, field: string): Generator<TextValue> {
  return textsBelow(values, field.split('.'), 0, []);
}

function* textsBelow(holder: unknown, steps: readonly string[], at: number, path: Path): Generator<TextValue> {
  if (typeof holder !== 'object' || holder === null) return;
  const values = holder as Record<PropertyKey, unknown>;
  const step = steps[at] as string;
  const keys: PropertyKey[] = step === '*' ? (Array.isArray(holder) ? [...holder.keys()] : []) : [step];
  for (const key of keys) {
    const value = values[key];
    const here = [...path, key];
    if (at < steps.length - 1) yield* textsBelow(value, steps, at + 1, here);
    else if (typeof value === 'string') {
      yield {
        text: value,
        path: here,
        replace: (by) => {
          values[key] = by;
        },
      };
    }
  }
}
