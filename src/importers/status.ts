import type { Severity } from '../model/site.ts';
import type { Draft } from './draft.ts';

const NEEDED = ['title', 'started', 'severity', 'summary', 'services', 'resolved', 'mitigation'] as const;

/** `published` where the model asks for nothing that is missing or assumed, else `review`. */
export function statusOf({ values, imported }: Draft, scale: readonly Severity[]): 'published' | 'review' {
  const sections = scale.find(({ id }) => id === values.severity)?.sections ?? [];
  const actions = (values.actions ?? []) as { owner?: string; priority?: string; status?: string }[];
  const isWhole =
    NEEDED.every((field) => values[field] !== undefined) &&
    sections.every((section) => values[section] !== undefined) &&
    actions.every(
      ({ owner, priority, status }) => owner !== undefined && priority !== undefined && status !== undefined,
    ) &&
    imported.assumedZone === undefined &&
    imported.startedPrecision === undefined;
  return isWhole ? 'published' : 'review';
}
