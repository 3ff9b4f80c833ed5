import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { templateSchema } from '../../model/guide.ts';
import { readEntry } from '../entry.ts';
import type { ContentFile } from '../files.ts';
import type { Problem } from '../problem.ts';
import { type Block, blocksOf } from './blocks.ts';

/** A template for a postmortem, ready to be filled in. */
export interface Template {
  /** The name of its file, by which it is asked for. */
  id: string;
  name: string;
  /** When to use it. */
  summary: string;
  format: 'md' | 'mdx';
  /** The keys of its front matter as they are written, `template` aside. */
  blocks: Block[];
  /** What they hold. A key without a value is not among them. */
  values: Record<string, unknown>;
  body: string;
}

/** The templates of a folder of Cairn's own, by file name. */
export function ownTemplates(folder: string): ContentFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => ({
      kind: 'template',
      id: name.slice(0, -4),
      file: `templates/${name}`,
      path: join(folder, name),
      format: 'mdx',
    }));
}

/** Reads a template; its problems where it has any. */
export function readTemplate(file: ContentFile): Template | { problems: Problem[] } {
  const { entry, problems } = readEntry(file, templateSchema);
  if (!entry.valid) return { problems };
  const { template, ...values } = entry.values as { template: { name: string; summary: string } };
  return {
    id: file.id,
    name: template.name,
    summary: template.summary,
    format: file.format === 'md' ? 'md' : 'mdx',
    blocks: blocksOf(frontMatterOf(entry.text)).filter(({ key }) => key !== 'template'),
    values,
    body: entry.body,
  };
}

function frontMatterOf(text: string): string {
  const [, ...lines] = text.split('\n');
  return lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('---')),
    )
    .join('\n');
}
