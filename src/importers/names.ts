import { toId } from '../model/id.ts';
import type { FieldContext, Named } from './stated.ts';

/** Puts names into the list of their kind; sentences are none. */
export function applyNames(
  kind: 'causes' | 'factors' | 'services',
  value: unknown,
  from: string,
  context: FieldContext,
): boolean {
  const { draft } = context;
  if (draft.has(kind)) return false;
  const names = kind === 'services' || Array.isArray(value) ? listOf(value) : (textsOf(value) ?? []);
  if (names.some(isOtherScript))
    draft.trouble(`${from}: ${names.join(', ')}: no id can be made of these letters`, `write the ids as \`${kind}\``);
  if (names.length === 0 || !names.every(isName)) return false;
  // `Services: all` names none.
  if (names.some((name) => context.lexicon.words.everything?.includes(name.toLowerCase()))) return false;
  const named = names.map((name) => nameOf(kind, name, context));
  if (named.some((one) => one === undefined)) return false;
  draft.set(kind, [...new Set((named as Named[]).map(({ id }) => id))], 'mapped', `${from}: ${names.join(', ')}`);
  return true;
}

/** The id of a name; empty where a letter of it is of another script: of `決済API` and `配送API` one id would be left. */
export function idOf(name: string): string {
  return isOtherScript(name) ? '' : toId(name);
}

/** True for words in letters of which no id can be made. */
export function isOtherScript(text: string): boolean {
  return /(?!\p{Script=Latin})\p{L}/u.test(text);
}

/** Notes a name for the catalogue; undefined where no id can be made of it. */
export function nameOf(kind: Named['kind'], name: string, context: FieldContext): Named | undefined {
  const id = idOf(name);
  if (id === '') return undefined;
  const named = { kind, id, name: name.trim() };
  context.stated.named.push(named);
  return named;
}

/** True for what can be the name of a thing: a few words without a full stop. A sentence is none. */
export function isName(text: string): boolean {
  const plain = text.trim();
  return (
    plain.length <= 60 &&
    plain.split(/\s+/).length <= 6 &&
    !/[.!?;](?:\s|$)|[\n`<>[\]]/.test(plain) &&
    idOf(plain) !== ''
  );
}

/** A value as a list: one text is split at its commas. */
export function listOf(value: unknown): string[] {
  const texts = (textsOf(value) ?? []).map((text) =>
    // `[[Page|words]]`: the words are what a reader sees.
    text.replace(/\[\[(?:[^\][|]*\|)?([^\][]*)\]\]/g, '$1').replace(/`|\[\[|\]\]/g, ''),
  );
  const parts = Array.isArray(value) ? texts : texts.flatMap((text) => text.split(/\s*[,;、，]\s*|\s\/\s/));
  // `a, b, and c`
  const names = parts.map((part, index) => (index > 0 ? part.replace(/^(?:and|&)\s+/i, '') : part).trim());
  return [...new Set(names.filter((part) => part !== ''))];
}

/** A value as texts; undefined where it holds anything else. */
export function textsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value.trim()];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.map((item) => item.trim()).filter((item) => item !== '');
  return undefined;
}
