import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { filesBelow } from './files.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
});

/** Every error in the pages below `dir`, as `file:line:column message (rule)`. */
export async function findInvalidHtml(dir: string): Promise<string[]> {
  const faults: string[] = [];
  for (const file of filesBelow(dir).filter((path) => path.endsWith('.html'))) {
    const { results } = await validator.validateString(readFileSync(join(dir, file), 'utf8'), file);
    for (const { line, column, message, ruleId } of results.flatMap((result) => result.messages)) {
      faults.push(`${file}:${line}:${column} ${message} (${ruleId})`);
    }
  }
  return faults;
}
