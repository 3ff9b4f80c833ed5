import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { filesBelow } from './files.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The parts of a table say their roles, for browsers that forget them where its rows are stacked.
    'no-redundant-role': 'off',
  },
});

/**
 * Every kind of error in the pages below `dir`, once, where it is first found and how often in all:
 * `file:line:column message (rule), N times`.
 */
export async function findInvalidHtml(dir: string): Promise<string[]> {
  const places = new Map<string, string[]>();
  for (const file of filesBelow(dir).filter((path) => path.endsWith('.html'))) {
    const { results } = await validator.validateString(readFileSync(join(dir, file), 'utf8'), file);
    for (const { line, column, message, ruleId } of results.flatMap((result) => result.messages)) {
      const fault = `${message} (${ruleId})`;
      places.set(fault, [...(places.get(fault) ?? []), `${file}:${line}:${column}`]);
    }
  }
  return [...places].map(([fault, where]) => `${where[0]} ${fault}, ${where.length} times`);
}
