import { LIST_FIELDS } from '../../model/postmortem.ts';
import { listFieldOf } from '../body/list-headings.ts';

/** A section of a body: its heading of the second level and everything up to the next. */
export interface BodySection {
  heading: string;
  lines: string[];
}

/** What stands before the first section, and the sections. */
export function sectionsOf(body: string): { lead: string[]; sections: BodySection[] } {
  const lead: string[] = [];
  const sections: BodySection[] = [];
  let fence: string | undefined;
  for (const line of body.split('\n')) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    const heading = fence === undefined ? /^## +(.+?) *#* *$/.exec(line)?.[1] : undefined;
    if (heading !== undefined) sections.push({ heading, lines: [line] });
    else (sections.at(-1)?.lines ?? lead).push(line);
  }
  return { lead, sections };
}

/** The section in which the list of a field may be written, or the one of this name. */
export function isSectionFor(name: string, { heading }: BodySection): boolean {
  const field = listFieldNamed(name);
  return plain(heading) === plain(name) || (field !== undefined && listFieldOf(heading) === field);
}

/** The list that may be written in the body, by the name that site.yaml gives it. */
export function listFieldNamed(name: string): (typeof LIST_FIELDS)[number] | undefined {
  return LIST_FIELDS.find((field) => plain(field) === plain(name)) ?? listFieldOf(name);
}

/** `wentWell` and `Went well` are one. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
