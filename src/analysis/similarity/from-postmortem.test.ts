import { expect, test } from 'vitest';
import { action, postmortem } from '../../testing/postmortem.ts';
import { FIELD_WEIGHTS } from './document.ts';
import { documentOfPostmortem, namesOf } from './from-postmortem.ts';

const NAMES = namesOf({
  causes: [{ id: 'lock-order', name: 'Inconsistent lock order', aliases: ['lock inversion'] }],
  factors: [],
  services: [
    { id: 'shop', name: 'Shop' },
    { id: 'lock-order', name: 'Lock and order desk' },
  ],
});

const DOCUMENT = documentOfPostmortem(
  postmortem({
    id: 'an-incident',
    title: 'Checkout stopped',
    summary: 'Orders waited.',
    mitigation: 'The migration was stopped.',
    services: ['shop'],
    causes: [{ id: 'lock-order', how: 'Two scripts locked crosswise.' }],
    factors: [{ id: 'unknown-factor' }],
    trigger: 'migration',
    signals: ['deadlock detected'],
    detection: { by: 'alert', alert: 'CheckoutErrors', gap: 'No alert on locks.' },
    actions: [action({ what: 'Lock in one order.' })],
    aliases: ['INC-7'],
  }),
  NAMES,
);

test('what the catalogue knows is named as it is called there', () => {
  expect(DOCUMENT.facets).toEqual([
    { kind: 'cause', id: 'lock-order', name: 'Inconsistent lock order', otherNames: ['lock inversion'] },
    { kind: 'factor', id: 'unknown-factor', name: 'unknown-factor', otherNames: [] },
    { kind: 'service', id: 'shop', name: 'Shop', otherNames: [] },
    { kind: 'trigger', id: 'migration', name: 'migration', otherNames: [] },
  ]);
});

test('an alert is a signal', () => {
  expect(DOCUMENT.signals).toEqual(['deadlock detected', 'CheckoutErrors']);
});

test.each([
  ['Checkout stopped', FIELD_WEIGHTS.title],
  ['Orders waited.', FIELD_WEIGHTS.summary],
  ['The migration was stopped.', FIELD_WEIGHTS.mitigation],
  ['Two scripts locked crosswise.', FIELD_WEIGHTS.cause],
  ['INC-7', FIELD_WEIGHTS.alias],
  ['Lock in one order.', FIELD_WEIGHTS.prose],
])('%s weighs by what it proves', (text, weight) => {
  expect(DOCUMENT.texts).toContainEqual({ text, weight });
});

test('a fix is known where the mitigation says so; no trigger is nothing in common', () => {
  expect(DOCUMENT.fixed).toBe(true);
  const bare = documentOfPostmortem(
    postmortem({ trigger: 'unknown', body: { nodes: [], headings: [], text: 'Prose.', components: [] } }),
    NAMES,
  );
  expect(bare.fixed).toBe(false);
  expect(bare.facets).toEqual([]);
  expect(bare.texts).toContainEqual({ text: 'Prose.', weight: FIELD_WEIGHTS.summary });
});

test('a service and a cause of one id keep their names', () => {
  const { facets } = documentOfPostmortem(
    postmortem({ services: ['lock-order'], causes: [{ id: 'lock-order' }], factors: [{ id: 'lock-order' }] }),
    NAMES,
  );
  expect(facets.map(({ kind, name }) => [kind, name])).toEqual([
    ['cause', 'Inconsistent lock order'],
    ['factor', 'Inconsistent lock order'],
    ['service', 'Lock and order desk'],
  ]);
});
