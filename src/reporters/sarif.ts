import type { Problem } from '../archive/problem.ts';
import type { GithubOptions } from './github.ts';
import { rulePage } from './rule-page.ts';

export interface SarifOptions extends GithubOptions {
  /** What each rule demands, by its name. */
  rules: Readonly<Record<string, string>>;
}

/** Problems as SARIF 2.1.0, for code scanning and for editors. Columns count UTF-16 code units, and the log says so. */
export function sarif(problems: readonly Problem[], { folder, siteUrl, rules }: SarifOptions): string {
  const names = [...new Set(problems.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cairn',
            rules: names.map((id) => {
              const helpUri = rulePage(id, siteUrl);
              return {
                id,
                shortDescription: { text: (Object.hasOwn(rules, id) && rules[id]) || id },
                ...(helpUri && { helpUri }),
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map(({ file, position, rule, severity, message, hint }) => ({
          ruleId: rule,
          ruleIndex: names.indexOf(rule),
          level: severity === 'error' ? 'error' : 'note',
          message: { text: hint ? `${message} (${hint})` : message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(folder, file) },
                ...(position && { region: { startLine: position.line, startColumn: position.column } }),
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function uriOf(folder: string, file: string): string {
  const path = [folder, file].filter((part) => part !== '' && part !== '.').join('/');
  return path.split('/').map(encodeURIComponent).join('/');
}
