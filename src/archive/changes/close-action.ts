import { actionSchema } from '../../model/action.ts';
import type { Day } from '../../model/record.ts';
import type { ContentFile } from '../files.ts';
import type { Edit } from '../fixes/edits.ts';
import { yamlEdits } from './yaml-edits.ts';
import { openYaml, yamlNode } from './yaml-text.ts';

const ORDER = Object.keys(actionSchema.shape);

/** An action as a file states it. */
export interface StatedAction {
  id: string;
  /** Its place in the list. */
  index: number;
  status?: string;
  closed?: string;
  /** The first and the last of its lines. */
  lines: [number, number];
}

/** The actions that a file lists; undefined where its front matter cannot be read. */
export function statedActions(raw: string, format: ContentFile['format']): StatedAction[] | undefined {
  const yaml = openYaml(raw, format);
  if (!yaml) return undefined;
  const { actions } = (yaml.values ?? {}) as { actions?: unknown };
  if (!Array.isArray(actions)) return [];
  return actions.flatMap((action: unknown, index): StatedAction[] => {
    const { id, status, closed } = (action ?? {}) as Record<string, unknown>;
    const [start, end] = yamlNode(yaml, ['actions', index])?.range ?? [];
    if (typeof id !== 'string' || start === undefined || end === undefined) return [];
    return [
      {
        id,
        index,
        ...(typeof status === 'string' && { status }),
        ...(typeof closed === 'string' && closed !== '' && { closed }),
        lines: [yaml.placeOf(start).line, yaml.placeOf(Math.max(start, end - 1)).line],
      },
    ];
  });
}

/** The edits that close an action as done on a day. Undefined where there is no certain place for them. */
export function closingEdits(
  raw: string,
  format: ContentFile['format'],
  { index }: Pick<StatedAction, 'index'>,
  on: Day,
): Edit[] | undefined {
  return yamlEdits(raw, format, [
    { set: ['actions', index, 'status'], to: 'done', order: ORDER },
    { set: ['actions', index, 'closed'], to: on, order: ORDER },
  ]);
}
