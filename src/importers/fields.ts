import { toId } from '../model/id.ts';
import { DETECTED_BY, TRIGGERS } from '../model/postmortem.ts';
import { whoIs } from './actions/action-words.ts';
import { applyNames, isName, listOf, nameOf, textsOf } from './names.ts';
import { readLed } from './read-led.ts';
import { readSeverity } from './severities.ts';
import type { FieldContext } from './stated.ts';
import { applyTime } from './times/apply-time.ts';
import { cityZone } from './times/city-zones.ts';
import { readDuration } from './times/durations.ts';
import { findZone } from './times/zone-words.ts';
import type { SourceField } from './words/words.ts';

/**
 * Puts a stated value into its field. True if the whole value is in it, so that its words need not stand elsewhere. A field
 * that has a value keeps it: the first to state it is trusted most.
 */
export function applyField(field: SourceField, value: unknown, from: string, context: FieldContext): boolean {
  const { draft, lexicon } = context;
  const texts = textsOf(value);
  if (texts === undefined) return false;
  const text = texts.join(', ');
  if (text.trim() === '' || (texts.length === 1 && lexicon.isUnknown(text))) return false;
  const put = (target: string, filled: unknown): boolean => {
    if (filled === undefined || draft.has(target)) return false;
    draft.set(target, filled, 'mapped', `${from}: ${text}`);
    return true;
  };
  switch (field) {
    case 'title':
      // `name: Incident report`, of a form that every report is written in, is the title of none.
      return put('title', texts.length === 1 && !lexicon.isGeneric(text) ? context.inline(text) : undefined);
    case 'mitigation':
      // `Mitigation | 13:00` of a table of phases says when, not how.
      if (isTimeAlone(text, context))
        return applyField(/^[^`]*`resol/i.test(from) ? 'resolved' : 'mitigated', value, from, context);
      // `Resolved by: Tom` says who, `Resolved by: rolling back 5.2` how.
      if (/ by`/i.test(from) && !/^\p{Ll}|^\S+(?:\s+\S+){3}/u.test(text)) return false;
      return put(field, texts.length === 1 ? context.inline(text) : undefined);
    case 'summary':
      return put(field, texts.length === 1 ? context.inline(text) : undefined);
    case 'day':
    case 'started':
    case 'detected':
    case 'acknowledged':
    case 'mitigated':
    case 'resolved':
    case 'published':
      return texts.length === 1 && applyTime(field, text, from, context);
    case 'closed':
      // A record is closed when somebody gets round to it: that is no end of the incident.
      if (readLed(text, context.stamps)?.stamp.day)
        draft.trouble(
          `${from}: ${text} is when a record was closed, and is not taken for the end`,
          'if it is the end here, say so in the map file: keys: { …: resolved }',
        );
      return false;
    case 'timeToDetect':
    case 'timeToMitigate':
    case 'timeToResolve': {
      // `Duration: 08:41–09:54 UTC` and `29 minutes (08:41 to 09:10 UTC)` name a beginning and an end.
      const [bracket = '', inner] = /\s*\(([^()]*\d[^()]*)\)\s*$/.exec(text) ?? [];
      const duration = readDuration(text, lexicon.words) ?? readDuration(text.slice(0, -bracket.length), lexicon.words);
      if (field === 'timeToResolve' && (inner !== undefined || !duration))
        applyTime('started', inner ?? text, from, context, true);
      if (duration) context.stated.durations[field] ??= { ...duration, from: `${from}: ${text}` };
      // The words stay where they are: a length of time has no field of its own.
      return false;
    }
    case 'timezone': {
      const zone = findZone(text) ?? cityZone(`time ${text}`);
      if (zone) context.stated.zone ??= { zone, from: `${from}: ${text}` };
      return zone !== undefined && zone.words.length >= text.trim().length - 2;
    }
    case 'severity':
      return put('severity', readSeverity(text.replace(/`/g, ''), context.scale, lexicon.words, context.severityWords));
    case 'services':
      return applyNames('services', value, from, context);
    case 'owner': {
      const [name = ''] = texts;
      // Several are no owner: a postmortem has one.
      if (texts.length !== 1 || !isName(name) || /[@,;&]|\sand\s/i.test(name)) return false;
      // `Owner: Sam` may be anybody: only what says that it is a team is one.
      if (/`(?:.*\.)?owners?`/i.test(from) && whoIs(name, lexicon).team === undefined) return false;
      const named = nameOf('teams', name, context);
      return named !== undefined && put('owner', named.id);
    }
    case 'causes':
    case 'factors':
      return applyNames(field, value, from, context);
    case 'trigger': {
      const id = toId(text);
      return put('trigger', (TRIGGERS as readonly string[]).includes(id) ? id : undefined);
    }
    case 'detectedBy': {
      if (isTimeAlone(text, context)) return applyField('detected', value, from, context);
      const plain = text.toLowerCase().replace(/[.\s]+$/, '');
      const by = DETECTED_BY.find((one) => one === plain || lexicon.words.detectedBy[one].includes(plain));
      return put('detection', by && { by });
    }
    case 'impact':
    case 'users':
    case 'dataLoss': {
      const filled = texts.length === 1 ? context.inline(text) : undefined;
      if (filled === undefined) return false;
      // Status pages call the severity the impact: `impact: critical`. A sentence or a number is no severity.
      const severity =
        field === 'impact' && /^\p{L}[\p{L}\p{N} -]*$/u.test(text)
          ? readSeverity(text, context.scale, lexicon.words, context.severityWords)
          : undefined;
      if (severity !== undefined) return put('severity', severity);
      const impact = (draft.values.impact ?? {}) as Record<string, string>;
      const key = field === 'impact' ? 'summary' : field;
      if (key in impact) return false;
      draft.values.impact = { ...impact, [key]: filled };
      draft.findings.push({ how: 'mapped', field: `impact.${key}`, from: `${from}: ${text}` });
      return true;
    }
    case 'tags': {
      const tags = listOf(value).filter((tag) => !lexicon.isUnknown(tag));
      if (tags.length === 0 || tags.some((tag) => tag.length > 80)) return false;
      const before = (draft.values.tags ?? []) as string[];
      draft.set('tags', [...new Set([...before, ...tags])], 'mapped', `${from}: ${text}`);
      return true;
    }
    case 'links': {
      const links = texts.map((url) => /^(?:<)?(https?:\/\/[^\s<>]+?)>?$/.exec(url.trim())?.[1]);
      if (!links.every((url): url is string => url !== undefined && URL.canParse(url))) return false;
      const before = (draft.values.links ?? []) as object[];
      const added = links.map((url) => ({ label: from.replace(/^[a-z]+ `|`$/g, ''), url }));
      draft.set('links', [...before, ...added], 'mapped', `${from}: ${text}`);
      return true;
    }
    case 'aliases': {
      // `[OPS-12](https://…)`: the number, and where it leads.
      const [, number, url] = /^\[([^\]]{1,60})\]\((https?:\/\/[^\s()]+)\)$/.exec(text) ?? [];
      if (number !== undefined && url !== undefined) {
        const links = (draft.values.links ?? []) as object[];
        if (URL.canParse(url)) draft.set('links', [...links, { label: number, url }], 'mapped', `${from}: ${text}`);
        return applyField('aliases', number, from, context);
      }
      if (texts.some((alias) => alias.length > 60 || /\s\S+\s/.test(alias))) return false;
      const before = (draft.values.aliases ?? []) as string[];
      draft.set('aliases', [...new Set([...before, ...texts])], 'mapped', `${from}: ${text}`);
      return true;
    }
    case 'authors':
      return put('authors', listOf(value));
    case 'draft':
      if (text !== 'true') return false;
      return put('status', 'draft');
    case 'wentWell':
    case 'wentBadly':
    case 'gotLucky':
    case 'surprises':
    case 'lessons':
    case 'validation': {
      const items = Array.isArray(value) ? texts.map((item) => context.inline(item)) : [];
      return put(field, items.length > 0 && items.every((item) => item !== undefined) ? items : undefined);
    }
    default:
      return false;
  }
}

function isTimeAlone(text: string, { stamps }: FieldContext): boolean {
  const led = readLed(text, stamps);
  return led?.stamp.clock !== undefined && led.rest === '';
}
