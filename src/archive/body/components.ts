import { LIST_FIELDS, type ListField } from '../../model/postmortem.ts';

/** An attribute of a component, always a text in quotes. */
export interface AttributeRule {
  /** What to write into it. */
  doc: string;
  required?: true;
  /** The values it takes; without it, any text. */
  values?: readonly string[];
}

/** A component that a body in .mdx may use. */
export interface ComponentRule {
  /** What it shows. */
  doc: string;
  attributes: Record<string, AttributeRule>;
  /** What may stand between its tags: nothing, paragraphs and whatever else a body holds, or these components alone. */
  content: 'none' | 'blocks' | readonly string[];
  /** The component that it must stand in. */
  inside?: string;
  /** The list of the front matter that it shows: given to it as its property `field`. */
  field?: ListField;
}

export const CALLOUT_KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** The component that shows each list of facts; it also stands in for such a list that was written in the body. */
export const LIST_COMPONENTS: Record<ListField, string> = {
  timeline: 'Timeline',
  validation: 'Validation',
  measures: 'Measures',
  wentWell: 'WentWell',
  wentBadly: 'WentBadly',
  gotLucky: 'GotLucky',
  surprises: 'Surprises',
  lessons: 'Lessons',
};

const LIST_DOCS: Record<ListField, string> = {
  timeline: 'What happened when, with false leads as branches.',
  validation: 'How recovery was confirmed.',
  measures: 'Corrective measures in general.',
  wentWell: 'What worked.',
  wentBadly: 'What did not work.',
  gotLucky: 'What kept it from being worse.',
  surprises: 'What nobody expected.',
  lessons: 'What to take from it.',
};

function fact(doc: string): ComponentRule {
  return { doc, attributes: {}, content: 'none' };
}

/** Every component that Cairn ships, by name. Those that place a fact of the front matter take no attributes. */
export const COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  ...Object.fromEntries(
    LIST_FIELDS.map((field): [string, ComponentRule] => [LIST_COMPONENTS[field], { ...fact(LIST_DOCS[field]), field }]),
  ),
  CauseChain: fact('The chain of causes: each step, its consequence, its prevention.'),
  Impact: fact('Whom it hit, and how hard.'),
  Actions: fact('What is promised, by which team, by when.'),
  Signals: fact('Error messages, alerts and log lines as they were seen.'),
  Durations: fact('How long each phase took, to scale.'),
  Callout: {
    doc: 'A remark set apart from the text. In Markdown: a quote that starts with [!NOTE].',
    attributes: {
      kind: { doc: 'How much weight it has; note if left out.', values: CALLOUT_KINDS },
      title: { doc: 'A heading of its own, in place of the name of its kind.' },
    },
    content: 'blocks',
  },
  Figure: {
    doc: 'A picture beside the file, with a caption between its tags or in `caption`.',
    attributes: {
      src: { doc: 'The path of the picture, such as ./graph.png.', required: true },
      alt: { doc: 'What the picture shows, for those who cannot see it.', required: true },
      caption: { doc: 'The words below the picture.' },
    },
    content: 'blocks',
  },
  FiveWhys: {
    doc: 'A chain of questions, each asked of the answer before.',
    attributes: {},
    content: ['Why'],
  },
  Why: {
    doc: 'One question of <FiveWhys>; the answer stands between its tags.',
    attributes: { question: { doc: 'The question, such as "Why did the lock wait?"', required: true } },
    content: 'blocks',
    inside: 'FiveWhys',
  },
};
