import type { Command } from './command.ts';

/** What `cairn help` prints. */
export function overview(commands: Record<string, { does: string }>): string {
  const rows = Object.entries(commands).map(([name, { does }]): [string, string] => [name, does]);
  return [
    'Cairn turns a folder of postmortems into a searchable site.',
    '',
    'Usage: npx cairn <command> [options]',
    '',
    ...columns(rows),
    '',
    'npx cairn <command> --help says more about each.',
    '',
  ].join('\n');
}

/** What `cairn <command> --help` prints. */
export function commandHelp({ usage, about, options }: Command): string {
  const rows = Object.entries(options).map(([name, { value, help, valueIsOptional }]): [string, string] => [
    `--${name}${value ? ` ${valueIsOptional ? `[${value}]` : value}` : ''}`,
    help,
  ]);
  return [`Usage: npx cairn ${usage}`, '', about, '', ...columns([...rows, ['--help', 'this text']]), ''].join('\n');
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
