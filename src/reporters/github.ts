import type { Problem } from '../archive/problem.ts';
import { rulePage } from './rule-page.ts';

export interface GithubOptions {
  /** The content folder as seen from the head of the repository, with `/`: annotations name files from there. */
  folder: string;
  /** Where the site is published, if it is. */
  siteUrl?: string;
}

/** Problems as workflow commands: GitHub shows each beside its line in a pull request. */
export function github(problems: readonly Problem[], { folder, siteUrl }: GithubOptions): string {
  return problems
    .map(({ file, position, rule, severity, message, hint }) => {
      const page = rulePage(rule, siteUrl);
      const properties = {
        file: [folder, file].filter((part) => part !== '' && part !== '.').join('/'),
        ...(position && { line: position.line, col: position.column }),
        title: rule,
      };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      const words = [hint ? `${message} (${hint})` : message, ...(page ? [page] : [])].join('\n');
      return `::${severity === 'error' ? 'error' : 'warning'} ${written.join(',')}::${escapeData(words)}\n`;
    })
    .join('');
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
