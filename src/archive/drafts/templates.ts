import type { PostmortemType } from '../../model/postmortem.ts';
import type { ContentFile } from '../files.ts';
import { isSectionFor, plain, sectionsOf } from './body-sections.ts';
import { ownTemplates, readTemplate, type Template } from './template.ts';

/** The templates a new postmortem can be made from. */
export interface Templates {
  /** By the name of the file; the team's stand in place of Cairn's of the same name. */
  byId: ReadonlyMap<string, Template>;
  /** Cairn's own form for a large incident: it has every section there is. */
  full: Template;
  /** Paths of the team's templates that have errors, and are left aside. */
  broken: string[];
}

/** Reads Cairn's templates, which stand in `folder`, and the team's. */
export function readTemplates(folder: string, files: readonly ContentFile[]): Templates {
  const byId = new Map<string, Template>();
  const broken: string[] = [];
  for (const file of [...ownTemplates(folder), ...files.filter(({ kind }) => kind === 'template')]) {
    const template = readTemplate(file);
    if ('problems' in template) broken.push(file.file);
    else byId.set(file.id, template);
  }
  const full = byId.get('full');
  if (!full) throw new Error(`${folder} has no template full`);
  return { byId, full, broken };
}

/**
 * The template that suits: a near miss has its own; else the brief one, unless the severity asks for sections that it does
 * not have.
 */
export function suitable({ byId, full }: Templates, type: PostmortemType, sections: readonly string[]): Template {
  const nearMiss = byId.get('near-miss');
  if (type === 'near-miss' && nearMiss) return nearMiss;
  const brief = byId.get('brief') ?? full;
  return type !== 'incident' || sections.every((name) => has(brief, name)) ? brief : full;
}

function has({ blocks, body }: Template, name: string): boolean {
  return (
    blocks.some(({ key }) => plain(key) === plain(name)) ||
    sectionsOf(body).sections.some((section) => isSectionFor(name, section))
  );
}
