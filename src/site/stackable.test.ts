import { expect, test } from 'vitest';
import { stackable } from './stackable.ts';

const table = (head: string, row: string): string =>
  `<table><thead><tr>${head}</tr></thead><tbody><tr>${row}</tr></tbody></table>`;
const cellsOf = (html: string): string[] => html.match(/<t[dh][^>]*>(?=[^<]*<\/t[dh]>)/g) ?? [];

test('each cell names the head of its column, and the first cell of a row is its own name', () => {
  const html = stackable(
    table(
      '<th scope="col">Name</th><th scope="col"><abbr title="Priority">Prio</abbr></th>',
      '<th scope="row">a</th><td>P1</td>',
    ),
  );
  expect(html).toContain('<th scope="row" role="rowheader">a</th><td role="cell" data-head="Prio">P1</td>');
});

test('what no head has to explain is left without one', () => {
  const html = stackable(
    table('<th class="unsaid num" scope="col">Action</th><th>Due</th>', '<td>Add an alert</td><td>soon</td>'),
  );
  expect(html).toContain('<td role="cell">Add an alert</td><td role="cell" data-head="Due">soon</td>');
});

test('a cell over several columns has the head of the first, and those after it their own', () => {
  const html = stackable(
    table(
      '<th>n</th><th>Median</th><th>Worst</th><th>Mean</th>',
      '<td>2</td><td colspan="2">no summary</td><td>–</td>',
    ),
  );
  expect(html).toContain(
    '<td colspan="2" role="cell" data-head="Median">no summary</td><td role="cell" data-head="Mean">–</td>',
  );
});

test('a drawing in a head is not part of its words, and stays as it was', () => {
  const drawing = '<svg viewBox="0 0 14 12"><text y="4">2024</text></svg>';
  const html = stackable(table(`<th scope="col">Per quarter${drawing}</th>`, '<td>one</td>'));
  expect(html).toContain(`Per quarter${drawing}`);
  expect(html).toContain('data-head="Per quarter"');
});

test('every part says what it is', () => {
  const html = stackable(table('<th scope="col">a</th>', '<td>1</td>'));
  expect(html).toMatch(
    /^<table role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">/,
  );
  expect(cellsOf(html).every((cell) => cell.includes('role='))).toBe(true);
});
