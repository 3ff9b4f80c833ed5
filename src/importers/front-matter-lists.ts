import { readAction, statusOf, whoIs } from './actions/action-words.ts';
import type { SourceAction } from './actions/actions.ts';
import { type Lexicon, normal } from './lexicon.ts';
import { readLed, roughly } from './read-led.ts';
import type { TimeRow } from './timeline/time-rows.ts';
import type { StampReader } from './times/stamps.ts';
import type { Words } from './words/words.ts';

/** What the front matter holds in lists of records, for the readers of timelines and actions. */
export interface FromKeys {
  rows: TimeRow[];
  /** The key that holds the rows: it is kept until each has its place. */
  key?: string;
  actions: SourceAction[];
}

/** Where nothing stands in the body. */
const NOWHERE = { start: 0, end: 0 };

type Column = keyof Words['columns'];

/** The first value of a record whose key is known for one of these columns. */
function cellOf(record: Record<string, unknown>, lexicon: Lexicon, ...columns: Column[]): string | undefined {
  for (const column of columns) {
    const names = new Set(lexicon.words.columns[column].map(normal));
    const value = Object.entries(record).find(([key]) => names.has(normal(key)))?.[1];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** `timeline:` of the front matter as rows: records of a time and an event. Undefined where an item is anything else or says more. */
export function rowsOfKey(value: unknown, lexicon: Lexicon, stamps: StampReader): TimeRow[] | undefined {
  const rows = listOf(value)?.map((item): TimeRow | undefined => {
    const time = typeof item === 'string' ? item : cellOf(item, lexicon, 'time', 'clock', 'day');
    const led = time === undefined ? undefined : readLed(time, stamps);
    const what = typeof item === 'string' ? led?.rest : cellOf(item, lexicon, 'event');
    if (!led?.stamp.clock || !what || (typeof item !== 'string' && Object.keys(item).length > 2)) return undefined;
    return {
      stamp: led.stamp,
      written: led.written,
      what: what + roughly(led),
      dropped: typeof item === 'string' ? [] : Object.keys(item),
      ...NOWHERE,
    };
  });
  return rows?.every((row) => row !== undefined) ? rows : undefined;
}

/** `actions:` of the front matter: texts, or records whose keys are all those of an action. */
export function actionsOfKey(value: unknown, lexicon: Lexicon): SourceAction[] | undefined {
  const actions = listOf(value)?.map((item): SourceAction | undefined => {
    if (typeof item === 'string') return { ...readAction(item, lexicon), ...NOWHERE };
    const cell = (...columns: Column[]): string | undefined => cellOf(item, lexicon, ...columns);
    const what = cell('action');
    const [owner, due, priority, ticket] = [cell('owner'), cell('due'), cell('priority'), cell('ticket')];
    const status = statusOf(cell('status') ?? '', lexicon);
    const isPriority = priority !== undefined && /^P[0-3]$/i.test(priority);
    const read = [what, owner, due, ticket, isPriority ? priority : undefined, status].filter(
      (one) => one !== undefined,
    );
    if (what === undefined || read.length < Object.keys(item).length) return undefined;
    const action = readAction(what, lexicon);
    return {
      ...action,
      aside: [...action.aside, ...Object.entries(item).flat().map(String)],
      ...(owner !== undefined && whoIs(owner, lexicon)),
      ...(due !== undefined && { due }),
      ...(isPriority && { priority: priority.toUpperCase() }),
      ...(ticket !== undefined && { ticket }),
      ...(status !== undefined && { status }),
      ...NOWHERE,
    };
  });
  return actions?.every((action) => action !== undefined) ? actions : undefined;
}

function listOf(value: unknown): (string | Record<string, unknown>)[] | undefined {
  const isItem = (item: unknown): boolean =>
    typeof item === 'string' || (typeof item === 'object' && item !== null && !Array.isArray(item));
  return Array.isArray(value) && value.length > 0 && value.every(isItem) ? value : undefined;
}
