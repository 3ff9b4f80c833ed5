import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { TextStyle, YamlMap, YamlNode, YamlText } from './tree.ts';

/** What the two parsers see differently, or where the fast one does not say where a thing stands: it is rare in front matter. */
const UNUSUAL = /[\r\uFEFF]|^\.\.\.|(?:^[ -]*|[[{,:]\s*)\?(?:\s|$)/m;

/** A tab that stands anywhere but between two words. */
const UNUSUAL_TAB = /(?<![\w.;)])\t|\t(?![\w(])/;

/** YAML allows 1024 characters, and the fast parser any number. */
const LONGEST_KEY = 1000;

/**
 * Reads a text in which all is as it mostly is: a map, in one document of YAML without mistakes, anchors, tags or aliases. It takes a tenth
 * of the time of the thorough parser, and gives the same tree. Undefined where the text is not so plain, and is to be read
 * thoroughly; `root` is undefined for nothing but comments.
 */
export function readPlainly(source: string, mostLevels: number): { root: YamlNode | undefined } | undefined {
  if (UNUSUAL.test(source) || (source.includes('\t') && UNUSUAL_TAB.test(source))) return undefined;
  let events: Event[];
  try {
    events = parseEvents(source, { maxDepth: mostLevels });
  } catch {
    return undefined;
  }
  const [first] = events;
  if (!first) return { root: undefined };
  if (first.type !== EVENT_ID.DOCUMENT || first.explicitStart || first.explicitEnd) return undefined;
  const reader: Reader = { source, events, next: 1 };
  const root = readNode(reader);
  // Behind it stand the end of the document and nothing.
  return root?.kind === 'map' && reader.next === events.length - 1 ? { root } : undefined;
}

interface Reader {
  source: string;
  events: readonly Event[];
  next: number;
}

const COLLECTIONS = { list: EVENT_ID.SEQUENCE, map: EVENT_ID.MAPPING };

function readNode(reader: Reader): YamlNode | undefined {
  const event = reader.events[reader.next];
  reader.next += 1;
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return readText(event, reader);
    case COLLECTIONS.list: {
      if (isMarked(event)) return undefined;
      const items: YamlNode[] = [];
      while (!isAtEnd(reader)) {
        const item = readNode(reader);
        if (!item) return undefined;
        items.push(item);
      }
      return { kind: 'list', start: event.start, items };
    }
    case COLLECTIONS.map:
      return isMarked(event) ? undefined : readMap(event.start, reader);
    default:
      return undefined;
  }
}

function readMap(start: number, reader: Reader): YamlMap | undefined {
  const pairs: YamlMap['pairs'] = [];
  while (!isAtEnd(reader)) {
    const key = readNode(reader);
    if (key?.kind !== 'text' || key.end - key.start > LONGEST_KEY) return undefined;
    const written = reader.events[reader.next];
    const value =
      written?.type === EVENT_ID.SCALAR && isNothing(written) ? nothingAfter(key, written, reader) : readNode(reader);
    if (!value) return undefined;
    pairs.push({ key, value });
  }
  return { kind: 'map', start, pairs };
}

/** Passes the end of a list or map, if it stands here. */
function isAtEnd(reader: Reader): boolean {
  const isEnd = reader.events[reader.next]?.type === EVENT_ID.POP;
  if (isEnd) reader.next += 1;
  return isEnd;
}

function isMarked({ anchorStart, tagStart }: { anchorStart: number; tagStart: number }): boolean {
  return anchorStart >= 0 || tagStart >= 0;
}

function isNothing({ valueStart }: ScalarEvent): boolean {
  return valueStart < 0;
}

/** A value that is not there stands behind the colon and the blanks after it. */
function nothingAfter(key: YamlText, event: ScalarEvent, reader: Reader): YamlText | undefined {
  reader.next += 1;
  const colon = /[ \n]*: */y;
  colon.lastIndex = key.end;
  if (isMarked(event) || !colon.test(reader.source)) return undefined;
  return { kind: 'text', start: colon.lastIndex, end: colon.lastIndex, style: 'plain', text: '' };
}

const STYLES: Record<number, TextStyle> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

function readText(event: ScalarEvent, { source }: Reader): YamlText | undefined {
  if (isMarked(event) || isNothing(event)) return undefined;
  const { valueStart, valueEnd } = event;
  const style = STYLES[event.style];
  if (!style) return undefined;
  const node = { kind: 'text', style, text: getScalarValue(source, event) } as const;
  if (style === 'plain') return { ...node, start: valueStart, end: valueEnd };
  if (style === 'single' || style === 'double') return { ...node, start: valueStart - 1, end: valueEnd + 1 };
  const head = source.slice(source.lastIndexOf('\n', valueStart - 2) + 1, valueStart);
  const mark = /^[^#]*([|>])[-+]* *\n?$/.exec(head);
  return mark
    ? { ...node, start: valueStart - head.length + head.lastIndexOf(mark[1] as string), end: valueEnd }
    : undefined;
}
