import type { Node } from '../document.ts';
import { inlineText } from '../inline.ts';
import { readLed } from '../read-led.ts';
import type { RowContext, TimeRow } from './time-rows.ts';

/** The time that a status page writes behind an update: alone on the last line, or in the shortcode of cState. */
const TRACK = /\s*\{\{[<%]\s*track\s+"([^"]+)"\s*[>%]\}\}\s*$/;

/** Updates of a status page: paragraphs that open in bold or emphasis and end in their time. */
export function rowsOfUpdates(blocks: readonly Node[], { document, stamps, fate }: RowContext): TimeRow[] {
  return blocks.flatMap((block): TimeRow[] => {
    const [first] = block.children;
    if (block.type !== 'paragraph' || !['strong', 'emphasis'].includes(first?.type ?? '')) return [];
    const source = document.text.slice(block.start, block.end);
    const lines = source.split('\n');
    const track = TRACK.exec(source);
    const last = track?.[1] ?? (lines.length > 1 ? (lines.at(-1) ?? '') : '');
    const led = readLed(last, stamps);
    if (!led?.stamp.clock || led.rest !== '') return [];
    const end = block.start + (track ? track.index : source.length - last.length);
    const nodes = block.children.filter((node) => node.start < end);
    const text = inlineText(document, nodes, fate)?.text;
    const what = track ? text?.replace(TRACK, '') : text?.slice(0, text.lastIndexOf(last.trim())).trim();
    const rest = what === undefined || what === '' ? text : what;
    if (rest === undefined) return [];
    return [
      {
        stamp: led.stamp,
        written: track ? track[0].trim() : led.written,
        what: rest,
        start: block.start,
        end: block.end,
        dropped: [],
      },
    ];
  });
}
