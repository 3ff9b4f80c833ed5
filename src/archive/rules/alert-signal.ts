import { positionsIn } from '../body/findings.ts';
import type { PostmortemEntry, Rule } from '../sources.ts';
import { hint } from './finding.ts';

const NAME = '([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)';
const OPENS = '(?:`|\\*\\*|["“])';
const CLOSES = '(?:`|\\*\\*|["”])';

/** The name of an alert, set off as code, in bold or in quotes, as it fires, pages or is called one. */
const NAMED = new RegExp(
  `${OPENS}${NAME}${CLOSES}(?=\\s+(?:alerts?|fires?|fired|pages?|paged|triggers?|triggered|went off|goes off)\\b)|\\b[Aa]lerts?(?: called| named)?\\s+${OPENS}${NAME}${CLOSES}`,
  'g',
);

export const alertSignal: Rule = {
  name: 'alert-signal',
  what: 'Each alert that `detection` or the text names stands among the `signals`, where the next person will find it.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const signals = (entry.values.signals ?? []).join('\n').toLowerCase();
      const fault = (name: string) => ({
        rule: this.name,
        message: `the alert \`${name}\` is not among the \`signals\``,
        hint: `add it to \`signals\` as it was seen: whoever gets it next will paste it`,
      });
      const seen = new Set<string>();
      const isNews = (name: string): boolean => {
        const key = name.toLowerCase();
        if (seen.has(key) || signals.includes(key)) return false;
        seen.add(key);
        return true;
      };
      const alert = entry.values.detection?.alert;
      if (alert !== undefined && isNews(alert)) yield hint(entry, ['detection', 'alert'], fault(alert));
      for (const { name, offset } of named(entry)) {
        if (isNews(name)) {
          yield { ...hint(entry, undefined, fault(name)), position: positionsIn(entry.text, 1)(offset) };
        }
      }
    }
  },
};

function named({ text }: PostmortemEntry): { name: string; offset: number }[] {
  return [...text.matchAll(NAMED)].map(({ 0: match, 1: before, 2: after, index }) => {
    const name = before ?? after ?? '';
    return { name, offset: index + match.indexOf(name) };
  });
}
