import { LIST_FIELDS } from '../../model/postmortem.ts';
import type { Rule } from '../sources.ts';
import { finding } from './finding.ts';

export const listTwice: Rule = {
  name: 'list-twice',
  what: 'A list stands in the front matter or under its heading in the body, not in both.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const { keys, places, compiled, file } = entry;
      for (const field of LIST_FIELDS) {
        const inBody = compiled.listPositions[field];
        if (inBody === undefined || !keys.has(field)) continue;
        const front = places.key([field]);
        const where = ({ line }: { line: number }): string => `on line ${line}`;
        const fault = (other: string) => ({
          rule: this.name,
          message: `\`${field}\` stands here and ${other}`,
          hint: 'keep the one and take the other away',
        });
        yield { ...finding(entry, undefined, fault(`in the body ${where(inBody)}`)), position: front };
        yield { file, position: inBody, severity: 'error', ...fault(`in the front matter ${where(front)}`) };
      }
    }
  },
};
