import { allowedInFront } from '../allowances.ts';
import type { Rule } from '../sources.ts';
import { hint } from './finding.ts';

/** Openings and phrases of what nobody can tell to be done. */
const WISHES: readonly RegExp[] = [
  /\b(?:be|being) (?:much |even )?(?:more |extra |very )?(?:careful|attentive|vigilant|diligent|cautious|mindful|proactive|aware)\b/i,
  /\bpay(?:ing)? (?:more |closer |better )?attention\b/i,
  /\btake (?:more|better|greater) care\b/i,
  /^(?:please )?(?:try|strive|aim|remember|think about|consider|hope|do better|be sure|keep in mind|watch out)\b/i,
  /\b(?:do not|don['’]t|never) forget\b/i,
  /\b(?:try|trying) (?:harder|to be)\b/i,
  /\b(?:make sure|ensure) (?:that )?(?:we|everybody|everyone|nobody|people|the team) (?:all )?(?:knows?|remembers?|understands?|follows?|reads?|checks?|(?:is|are) aware|(?:does|do) not|doesn['’]t|don['’]t|never|always)\b/i,
  /^(?:please )?(?:make sure|ensure) (?:that )?(?:this|it|such)(?: \w+)? (?:does not|doesn['’]t|do not|don['’]t|never|cannot|will not|won['’]t|is not|isn['’]t)\b/i,
  /\bmake sure (?:that )?this is\b/i,
  /\b(?:raise|raising|increase|increasing|improve|improving) (?:the )?(?:awareness|discipline|vigilance|communication|collaboration|understanding)\b/i,
  /\bcommunicate (?:better|more)\b/i,
  /\bremind (?:everybody|everyone|people|the team|teams|engineers|developers|staff|all)\b/i,
  /\bavoid (?:making )?(?:such|this|these|similar) (?:mistakes?|errors?|incidents?|situations?)\b/i,
  /^(?:improve|better|more|review) (?:monitoring|testing|tests|documentation|alerting|processe?s?|training)\.?$/i,
  /\b(?:where|when|if|as) (?:possible|feasible|appropriate)\.?$/i,
];

export const wishfulAction: Rule = {
  name: 'wishful-action',
  what: 'An action says what will be different when it is done, so that anybody can tell whether it is.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const written = [
        ...(entry.values.actions ?? []).map((action, index) => ({
          text: action?.what,
          path: ['actions', index, 'what'],
        })),
        ...(entry.values.measures ?? []).map((text, index) => ({ text, path: ['measures', index] })),
      ];
      for (const { text = '', path } of written) {
        const found = WISHES.map((wish) => wish.exec(text)).find((match) => match !== null);
        if (!found || allowedInFront(entry.text, entry.places, path)) continue;
        yield {
          ...hint(entry, path, {
            rule: this.name,
            message: `“${found[0].replace(/\s+/g, ' ')}” is a wish: nobody can tell when it is done`,
            hint: 'write the state of the world afterwards: what is there, refuses, asks or alerts',
          }),
          position: entry.places.inText(path, found.index),
        };
      }
    }
  },
};
