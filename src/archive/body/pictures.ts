import type { ElementContent } from 'hast';
import { decoded, protocolOf } from './links.ts';
import { findPicture } from './picture-file.ts';
import type { BodyState } from './state.ts';

/** A picture as somebody wrote it. */
export interface WrittenPicture {
  src: string;
  alt: string;
  title?: string;
  /** Where it stands in the text. */
  offset: number;
}

/** The nodes that a picture becomes: itself, a link to one on another site, or nothing where it is an error. */
export function settlePicture(
  { src, alt, title, offset }: WrittenPicture,
  state: BodyState,
  inLink = false,
): ElementContent[] {
  const { findings } = state;
  const refuse = (message: string, hint: string): ElementContent[] => {
    findings.error('picture-address', offset, message, hint);
    return [];
  };
  const protocol = src.startsWith('//') ? 'https' : protocolOf(src);
  if (protocol === 'http' || protocol === 'https') {
    const href = src.startsWith('//') ? `https:${src}` : src;
    findings.hint(
      'picture-elsewhere',
      offset,
      'a picture on another site is shown as a link to it: no page loads from elsewhere',
      'save the picture beside the file',
    );
    const words: ElementContent = { type: 'text', value: alt || src };
    return inLink ? [words] : [{ type: 'element', tagName: 'a', properties: { href }, children: [words] }];
  }
  if (protocol === 'data') return refuse('a picture is not written into the text', 'save it as a file beside this one');
  if (protocol !== undefined) return refuse(`a picture with \`${protocol}:\` is not allowed`, 'put it beside the file');
  if (src.trim() === '') return refuse('the picture has no path', 'name a file beside this one, such as ./graph.png');
  if (/^[/\\]/.test(src)) {
    return refuse(`\`${src}\` does not lie beside the file`, 'move the picture there and write ./ and its name');
  }
  const found = findPicture(decodedPath(src), state.source);
  if ('rule' in found) {
    findings.error(found.rule, offset, found.message, found.hint);
    return [];
  }
  if (alt.trim() === '') {
    findings.hint(
      'picture-alt',
      offset,
      'the picture has no words for those who cannot see it',
      'write what it shows between the square brackets, or in `alt`',
    );
  }
  state.pictures.add(found.src);
  return [{ type: 'picture', src: found.src, alt, ...(title && { title }) }];
}

/** A path with its percent signs read, those for `#` and `?` included: it names a file. */
function decodedPath(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return decoded(src);
  }
}
