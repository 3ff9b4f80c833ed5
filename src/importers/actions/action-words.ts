import { type Lexicon, normal } from '../lexicon.ts';
import { idOf } from '../names.ts';
import { oneOf } from '../times/word-choice.ts';
import type { SourceAction } from './actions.ts';

/** Who is meant: a team says so; anybody else may be a person. */
export function whoIs(words: string, lexicon: Lexicon): Pick<SourceAction, 'team' | 'assignee'> {
  const { teams } = lexicon.words;
  // `[Sam](mailto:…)`: the name is what a reader sees.
  const shown = words.replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1');
  const name = shown.trim().replace(/^[*_`[(]+|[*_`\])]+$/g, '');
  if (lexicon.isUnknown(name)) return {};
  const plain = name.toLowerCase();
  const isTeam = teams.some((team) => {
    const at = plain.indexOf(team);
    // Words of other scripts stand without spaces: `基盤チーム`.
    return at >= 0 && (!/[a-z]/.test(team) || !/\p{L}/u.test((plain[at - 1] ?? '') + (plain[at + team.length] ?? '')));
  });
  // An action has one team: the names of several stay words.
  const isOne = !/^@|[,;]|\sand\s/i.test(name);
  return isTeam && isOne && idOf(name) !== '' ? { team: name } : { assignee: name };
}

const TICKET = /^[A-Z][A-Z0-9]{1,9}-\d{1,7}$/;
const TRACKED =
  /\/(?:issues|pull|pulls|merge_requests|browse|tickets?|bugs?|tasks?|projects?|work_items|cards?|c|discussions)\/[\w#-]+/i;

type Read = Omit<SourceAction, 'start' | 'end' | 'table'>;

/** Reads what the words of an action say beside what is to be done. */
export function readAction(source: string, lexicon: Lexicon): Read {
  const { words } = lexicon;
  const action: Read = { what: source.trim(), aside: [] };
  const cut = (pattern: RegExp, use: (match: RegExpExecArray) => boolean): void => {
    const match = pattern.exec(action.what);
    if (!match || !use(match)) return;
    action.what = `${action.what.slice(0, match.index)} ${action.what.slice(match.index + match[0].length)}`
      .replace(/\s{2,}/g, ' ')
      .trim();
  };
  const mark = (match: RegExpExecArray): boolean => {
    const status = statusOf(match[1] ?? '', lexicon);
    if (status) {
      action.status ??= status;
      action.aside.push(match[0].trim());
    }
    return status !== undefined;
  };
  const isMark = /^(?:✅|☑|✔️?)\s*/u;
  cut(/^(?:⬜|☐|🔲|◻️?)\s*/u, (match) => {
    action.status ??= 'open';
    action.aside.push(match[0].trim());
    return true;
  });
  cut(isMark, (match) => {
    action.status ??= 'done';
    action.aside.push(match[0].trim());
    return true;
  });
  // Tasks of Obsidian: when it is due, when it was done.
  cut(/\s*(?:📅|🗓️?)\s*(\d{4}-\d\d-\d\d)/u, (match) => {
    action.due ??= match[1] ?? '';
    return true;
  });
  cut(/\s*✅\s*(\d{4}-\d\d-\d\d)/u, (match) => {
    action.closed = match[1] ?? '';
    action.status ??= 'done';
    return true;
  });
  cut(/^\W{0,3}\b(P[0-3])\b[\])*_]*\s*[:–-]\s*|^[[(](P[0-3])[\])]\s*|^\*\*\[?(P[0-3])\]?\*\*\s+/, (match) => {
    action.priority = match[1] ?? match[2] ?? match[3] ?? '';
    return true;
  });
  cut(/\s+\[(P[0-3])\]$/, (match) => {
    action.priority ??= match[1] ?? '';
    return true;
  });
  cut(/\s+\[(@[\p{L}\p{N}_.-]{2,39})\]$/u, (match) => {
    action.assignee ??= match[1] ?? '';
    return true;
  });
  cut(/^[*_]*[[(]([\p{L}' ]{2,14})[\])][*_]*\s*:?(?!\()/u, mark);
  cut(/^[*_]*([\p{L}' ]{2,14})[*_]*\s*:(?=\s)/u, mark);
  cut(/(?:\s*[-–—([]|(?<=~~)|(?<=[)\]])\s+(?=[\p{Lu}*_]+[.!]?$))\s*\**([\p{L}' ]{2,14})\**[)\]]?\s*[.!]?$/u, (match) =>
    statusOf(match[1] ?? '', lexicon) === undefined ? false : mark(match),
  );
  cut(/^[*_]*\[(@?[\p{L}\p{N}][\p{L}\p{N} .&/'-]{1,40})\][*_]*:?\s+(?!\()/u, (match) => {
    Object.assign(action, whoIs(match[1] ?? '', lexicon));
    return true;
  });
  // `… by 2024-04-01`, `… (due 1 April 2024)`: whether it is a day is told later.
  cut(
    /[\s,;(–—-]+(?:due(?: by| on)?|by|until|deadline)(?::|\s|\son\s)\s*(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\)?\.?$/iu,
    ([whole, day]) => {
      if (action.due !== undefined) return false;
      action.due = day ?? '';
      action.aside.push(whole.trim());
      return true;
    },
  );
  // `(owner: Sam, due 2024-04-01)`: the bracket of what stands before it.
  if (/\([^()]*$/.test(action.what)) action.what += ')';
  readPairs(action, cut, lexicon);
  const labels = oneOf(words.ownerLabels);
  cut(
    new RegExp(
      `\\s*[[(,;–-]?\\s*\\**(?:${labels})\\**\\s*:\\**\\s*(@?[\\p{L}\\p{N}][\\p{L}\\p{N} .&/'@-]{1,40}?)\\s*[\\])]?\\.?$`,
      'iu',
    ),
    (match) => {
      Object.assign(action, whoIs(match[1] ?? '', lexicon));
      action.aside.push(match[0].trim());
      return true;
    },
  );
  noteOwner(action, lexicon);
  cut(/\s*[-–—(]\s*(@[\p{L}\p{N}_.-]{2,39})\)?\s*$/u, (match) => {
    action.assignee ??= match[1] ?? '';
    return true;
  });
  // `Rotate keys @sam`; in `ask @sam` the name belongs to the sentence.
  cut(
    /(?<!(?:^|\s)(?:with|to|from|for|of|ask|ping|and|or|via|contact|tell|by|\/?cc:?|fyi:?|thanks),?)[\s,]+(@[\p{L}\p{N}_.-]{2,39})$/iu,
    (match) => {
      if (action.assignee !== undefined || action.team !== undefined || /@/.test(action.what.slice(0, match.index)))
        return false;
      action.assignee = match[1] ?? '';
      return true;
    },
  );
  readTicket(action);
  action.what = action.what
    .replace(/\s*[;,]$/, '')
    .replace(/[\s([]*\s(?:[-–—:→]|[-=]>)\s*$/, '')
    .trim();
  return action;
}

/** `Rotate keys (Owner: Sam, due: 1 June, status: done)`: pairs in brackets at the end, all of them of known names. */
function readPairs(
  action: Read,
  cut: (pattern: RegExp, use: (match: RegExpExecArray) => boolean) => void,
  lexicon: Lexicon,
): void {
  const { columns, ownerLabels } = lexicon.words;
  const is = (list: readonly string[], name: string): boolean => list.some((word) => normal(word) === normal(name));
  cut(/\s*[([]((?:[\p{L} ]{2,25}:\s*[^,;:()[\]]{1,60}[,;]?\s*){1,5})[)\]]\.?$/u, ([whole, inner = '']) => {
    const pairs = inner.split(/[,;]\s*(?=[\p{L} ]{2,25}:)/u).map((pair) => {
      const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(pair.trim()) ?? [];
      return [name, value.trim()] as const;
    });
    const read: Partial<Read> = {};
    for (const [name, value] of pairs) {
      if (is([...columns.owner, ...ownerLabels], name)) Object.assign(read, whoIs(value, lexicon));
      else if (is(columns.due, name)) read.due = value;
      else if (is(columns.priority, name) && /^P[0-3]$/i.test(value)) read.priority = value.toUpperCase();
      else if (is(columns.status, name)) {
        const status = statusOf(value, lexicon);
        if (status === undefined) return false;
        read.status = status;
      } else return false;
    }
    Object.assign(action, read);
    action.aside.push(whole.trim());
    return true;
  });
}

/** `Rotate keys (owner: Sam, after the freeze)`: where more stands beside the owner, all of it stays among the words. */
function noteOwner(action: Read, lexicon: Lexicon): void {
  if (action.assignee !== undefined || action.team !== undefined) return;
  const labels = oneOf(lexicon.words.ownerLabels);
  const owner = new RegExp(
    `(?:^|[([（,;、–—]\\s*|\\s-\\s+|[.!]\\s+)\\**(?:${labels})\\**\\s*[:：]\\**\\s*(@?[\\p{L}\\p{N}][\\p{L}\\p{N} .&/'@-]{0,40}?)(?=\\s*(?:[,;、)\\]）–—]|\\s-\\s|\\.?$))`,
    'iu',
  );
  const name = owner.exec(action.what)?.[1];
  if (name !== undefined && !lexicon.isUnknown(name)) Object.assign(action, whoIs(name, lexicon));
}

/** What a word says of how far an action is. */
export function statusOf(mark: string, { words }: Lexicon): SourceAction['status'] {
  const plain = mark.toLowerCase().trim();
  if (words.done.includes(plain)) return 'done';
  if (words.doing.includes(plain)) return 'doing';
  if (words.refused.includes(plain)) return 'wont-do';
  return words.open.includes(plain) ? 'open' : undefined;
}

function readTicket(action: Read): void {
  const trailing =
    /\s*[([]*\s*(?:\[([^\]]*)\]\(<?(https?:\/\/[^\s)>]+)>?\)|<?(https?:\/\/[^\s)>\]]+)>?)\s*[)\]]*\s*\.?$/.exec(
      action.what,
    );
  const url = trailing?.[2] ?? trailing?.[3];
  const label = trailing?.[1] ?? '';
  const isAside =
    /^\s*[([]\s*[[<h]/.test(trailing?.[0] ?? '') ||
    label === '' ||
    /^(?:link to )?(?:(?:github|gitlab|jira|tracking) )?(?:issue|pr|pull request|ticket|bug|fix|here|link|mr|[\w./-]*[#!]\d+|[A-Z]+-\d+)$/iu.test(
      label,
    );
  // `Infra: https://…`: a label alone is nothing to do.
  const isLed = /^(?:\S+\s+){0,4}\S*:\s*$/.test(action.what.slice(0, trailing?.index));
  if (trailing && url && isAside && !isLed && TRACKED.test(url) && trailing.index > 0) {
    action.ticket = url;
    action.aside.push(trailing[1] ?? '');
    action.what = action.what.slice(0, trailing.index).trim().replace(/:$/, '');
    return;
  }
  const link = [...action.what.matchAll(/\]\(<?(https?:\/\/[^\s)>]+)>?\)|(?<![(<])(https?:\/\/[^\s)>\]]+)/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .find((one) => TRACKED.test(one));
  const id = /(?:^|[\s([])([A-Z][A-Z0-9]{1,9}-\d{1,7})(?=$|[\s)\].,:])/.exec(action.what)?.[1];
  if (link) action.ticket = link;
  else if (id && TICKET.test(id)) action.ticket = id;
  else {
    // `org/repo#88` anywhere, `(#413)` in brackets: numbers of issues where code is kept.
    const number = /(?:^|[\s([])([\w.-]+\/[\w.-]+#\d{1,7})(?=$|[\s)\].,:])|\((#\d{1,7})\)/.exec(action.what);
    if (number) action.ticket = number[1] ?? number[2] ?? '';
  }
}
