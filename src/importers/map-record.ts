import { mapActions } from './actions/map-actions.ts';
import { keepListsApart, takeEmptyHeadings } from './clear-away.ts';
import { parseDocument } from './document.ts';
import { Draft } from './draft.ts';
import type { PlainSplit } from './dress/plain-markdown.ts';
import { mapFrontMatter } from './front-matter-facts.ts';
import type { AddressFate } from './inline.ts';
import { inlineOf } from './inline-value.ts';
import { mapLabels, takeEmptyQuotes } from './map-labels.ts';
import { mapSections } from './map-sections.ts';
import { mapTitle } from './map-title.ts';
import type { ArchiveContext, RecordContext } from './record-context.ts';
import { repairBody } from './repair-body.ts';
import type { Stated } from './stated.ts';
import { mapTimes } from './times/map-times.ts';

/** A file as a record in the making. */
export interface MappedRecord {
  draft: Draft;
  stated: Stated;
  /** The body that remains. */
  body: string;
  /** The first heading, whether or not it became the title. */
  heading?: string;
}

/** Maps one file: what it states goes into fields, what can be computed is derived, the rest stays where it was. */
export function mapRecord(file: string, split: PlainSplit, archive: ArchiveContext, fate: AddressFate): MappedRecord {
  const { lexicon } = archive;
  const document = parseDocument(split.body, (words) => lexicon.heading(words) !== undefined);
  const draft = new Draft(split.body, split.lines);
  const addresses = new Set<string>();
  const known: AddressFate = (url, kind) => {
    const target = fate(url, kind);
    if (target !== undefined) addresses.add(target);
    return target;
  };
  const stated: Stated = { times: {}, durations: {}, impossible: [], named: [] };
  const context: RecordContext = {
    file,
    archive,
    document,
    fate: known,
    addresses,
    draft,
    stated,
    lexicon,
    stamps: archive.stamps,
    scale: archive.scale,
    severityWords: archive.severityWords,
    inline: (text) => inlineOf(text, known),
    claimed: new Set(),
    fromKeys: { rows: [], actions: [] },
  };
  if (split.fault !== undefined) draft.trouble(split.fault, 'it stays in the body as text');
  for (const comment of split.comments)
    draft.left.push({ line: 1, text: comment, why: 'a comment of the front matter' });
  draft.left.push(...split.left);

  mapFrontMatter(split.values, context);
  const heading = mapTitle(context);
  mapLabels(context);
  mapTimes(context);
  takeEmptyQuotes(context);
  mapSections(context);
  mapActions(context);
  keepBareImpact(draft);
  takeEmptyHeadings(context);
  keepListsApart(context);
  const body = repairBody(context);
  return { draft, stated, body, ...(heading !== undefined && { heading }) };
}

/** An impact says in words who could not do what: numbers alone are none, and stay as they are. */
function keepBareImpact({ values, imported }: Draft): void {
  const impact = values.impact as Record<string, string> | undefined;
  if (impact === undefined || impact.summary !== undefined) return;
  for (const [key, value] of Object.entries(impact)) imported[key] = value;
  delete values.impact;
}
