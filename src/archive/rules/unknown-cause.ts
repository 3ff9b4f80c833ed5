import { nearestHint } from '../nearest.ts';
import type { Rule } from '../sources.ts';
import { type Cited, cited } from './citations.ts';
import { finding } from './finding.ts';

export const unknownCause: Rule = {
  name: 'unknown-cause',
  what: '`causes` and the `cause` of a step in `causeChain` are ids of files in causes/.',
  *judge({ postmortems, byId }) {
    for (const entry of postmortems) {
      const steps = (entry.values.causeChain ?? []).flatMap((step, index): Cited[] =>
        step?.cause === undefined ? [] : [{ id: step.cause, path: ['causeChain', index, 'cause'] }],
      );
      for (const { id, path } of [...cited(entry, 'causes'), ...steps]) {
        if (byId.causes.has(id)) continue;
        if (id === 'unknown' && path[0] === 'causes') {
          yield finding(entry, path, {
            rule: this.name,
            message: '`unknown` is no id: it stands in place of the list, and beside no cause',
            hint: entry.values.causes?.length === 1 ? 'write `causes: unknown`' : 'take it out',
          });
          continue;
        }
        yield finding(
          entry,
          path,
          byId.factors.has(id)
            ? {
                rule: this.name,
                message: `\`${id}\` is a factor, not a cause`,
                hint: `cite it under \`factors\`, or move factors/${id}.md to causes/`,
              }
            : {
                rule: this.name,
                message: `there is no cause \`${id}\``,
                hint: nearestHint(id, byId.causes.keys()) ?? `describe it in causes/${id}.md`,
              },
        );
      }
    }
  },
};
