import { posix } from 'node:path';
import type { ElementContent, Properties } from 'hast';
import { bodyAnchor } from './anchors.ts';
import { judgeTag, type WrittenTag } from './html-tag.ts';
import { settleLink } from './links.ts';
import { settlePicture } from './pictures.ts';
import type { BodyState } from './state.ts';

/** What becomes of an HTML tag: an element, other nodes in its place, or its content alone. */
export type SettledTag = { properties: Properties } | { nodes: ElementContent[] } | { contentOnly: true };

/** Judges an HTML tag that somebody wrote, with its link or picture. */
export function settleTag(tag: WrittenTag, state: BodyState, inLink = false): SettledTag {
  const properties = judgeTag(tag, state.findings);
  if (!properties || tag.name === 'picture') return { contentOnly: true };
  const placeOf = (name: string): number => tag.attributes.find((each) => each.name === name)?.offset ?? tag.offset;
  if (tag.name === 'source') {
    state.findings.hint(
      'picture-elsewhere',
      tag.offset,
      'of a `<picture>` only its `<img>` is shown',
      'take `<source>` out',
    );
    return { nodes: [] };
  }
  if (tag.name === 'img') {
    const text = (name: string): string => (typeof properties[name] === 'string' ? properties[name] : '');
    return {
      nodes: settlePicture(
        { src: text('src'), alt: text('alt'), title: text('title'), offset: tag.offset },
        state,
        inLink,
      ),
    };
  }
  const anchor = properties.id ?? properties.name;
  delete properties.name;
  if (typeof anchor === 'string' && anchor !== '') properties.id = bodyAnchor(anchor);
  else delete properties.id;
  return { properties: tag.name === 'a' ? settleAnchor(properties, placeOf('href'), state) : properties };
}

/** The properties of an `<a>` with its address judged and rewritten. */
export function settleAnchor(properties: Properties, offset: number, state: BodyState): Properties {
  const { href, ...others } = properties;
  if (typeof href !== 'string') return others;
  const link = settleLink(href, offset, state.context.link, state.findings);
  if ('words' in link) return { dataWords: link.words };
  if ('unlinked' in link) return others;
  if (link.href.startsWith('#action-')) {
    // Which actions there are is known of the whole record alone: it is asked as another record would ask.
    const own = state.context.link(`${posix.basename(state.source.file)}${link.href}`);
    if ('problem' in own) state.findings.error(own.problem.rule, offset, own.problem.message, own.problem.hint);
  } else if (link.href.startsWith('#')) state.fragments.push({ fragment: link.href.slice(1), offset });
  return { ...others, href: link.href };
}
