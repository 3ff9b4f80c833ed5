/** A stretch of a text that stands for one word or name, and the words it is searched by. */
export interface Token {
  /** Where it starts in the text, in UTF-16 code units. */
  start: number;
  /** Where it ends: the offset after its last character. */
  end: number;
  /** Its words, folded: the whole first, then its parts if it has any. Never empty. */
  words: string[];
}

/** A word longer than this is data, not a name. In characters. */
const LONGEST_WORD = 64;

/** Scripts that are written without spaces between words, or whose words carry their endings with them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
/** `I/O` is one word; else a stroke stands between two. */
const CHUNK =
  /(?<![\p{L}\p{M}\p{N}])[Ii]\/[Oo](?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[-._\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu;
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
/** `の接`: the end of one word and the start of the next. */
const PARTICLE_FIRST = /^\p{Script=Hiragana}\p{Script=Han}$/u;
const UNSPACED_WORDS = /[\p{Script=Katakana}ー]+|[^\p{Script=Katakana}ー]+/gu;

/**
 * The words of a text in the order they stand. Identifiers come whole and in parts (`OOMKilled`: oomkilled, oom, killed),
 * with the same whole for every way to join them (`not-ready`, `not_ready`, `NotReady`: notready). Chinese, Japanese,
 * Korean and Thai come as pairs of characters, Katakana as words. What no two incidents share for a reason is left out:
 * dates, counters, hashes, addresses. Takes time linear in the length of the text.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const chunk of text.matchAll(CHUNK)) {
    const [word] = chunk;
    if (!HAS_UNSPACED.test(word)) addSpaced(word, chunk.index, tokens);
    else
      for (const run of word.matchAll(RUNS)) {
        const at = chunk.index + run.index;
        if (HAS_UNSPACED.test(run[0])) addUnspaced(run[0], at, tokens);
        else addSpaced(run[0], at, tokens);
      }
  }
  return tokens;
}

/** A word as it is compared: lower case, letters of the Latin and Greek scripts without accents, `ß` as `ss`. */
export function fold(word: string): string {
  const lower = word.normalize('NFKC').toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .replace(/[\p{Script=Latin}\p{Script=Greek}]\p{M}*/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe');
}

function addSpaced(chunk: string, start: number, tokens: Token[]): void {
  const words = wordsOfChunk(chunk);
  if (words.length > 0) tokens.push({ start, end: start + chunk.length, words });
}

function addUnspaced(run: string, start: number, tokens: Token[]): void {
  for (const stretch of run.matchAll(UNSPACED_WORDS)) {
    const [text] = stretch;
    const at = start + stretch.index;
    if (KATAKANA.test(text)) {
      // サーバー and サーバ are one word.
      const word = fold(text).replace(/ー+$/u, '');
      if (word) tokens.push({ start: at, end: at + text.length, words: [word] });
      continue;
    }
    const characters = [...text];
    if (characters.length === 1) tokens.push({ start: at, end: at + text.length, words: [text] });
    let offset = at;
    for (let i = 0; i + 1 < characters.length; i += 1) {
      const pair = `${characters[i]}${characters[i + 1]}`;
      if (!PARTICLE_FIRST.test(pair)) tokens.push({ start: offset, end: offset + pair.length, words: [pair] });
      offset += (characters[i] ?? '').length;
    }
  }
}

/** The whole and the parts of a run of letters, digits and joints; none if it says nothing of the failure. */
function wordsOfChunk(chunk: string): string[] {
  // Most words are plain ones.
  if (/^[A-Z]?[a-z]{1,40}$/.test(chunk)) return chunk.length > 1 ? [chunk.toLowerCase()] : [];
  if (chunk.includes('/')) return [fold(chunk).replace('/', '')];
  if (isNoise(chunk) || isNumberNoise(fold(chunk))) return [];
  if (/^v?\d+(?:\.\d+)+$/i.test(chunk)) return [fold(chunk).replace(/^v/, '')];
  const parts = chunk
    .split(/[-._\u2010\u2011]/)
    .flatMap(camelParts)
    .map(fold)
    .filter((part) => part.length > 1 && !isNumberNoise(part));
  const whole = fold(chunk).replace(/[-._\u2010\u2011]/g, '');
  if (whole.length > LONGEST_WORD) return parts.filter((part) => part.length <= LONGEST_WORD);
  if (whole.length < 2) return parts;
  return parts.length > 1 ? [whole, ...parts] : [whole];
}

/** `HTTPServerError` → HTTP, Server, Error. Digits stay with their letters: `x509`, `k8s`. */
function camelParts(word: string): string[] {
  const parts = word
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(' ');
  // `iPhone`, `McAfee`, `DBs`: a part of one or two letters says less than the whole.
  return parts.some((part) => part.length < 2) || /^\p{Lu}+s$/u.test(word) ? [word] : parts;
}

/** True for dates, clock times, addresses, hashes and universal ids. */
function isNoise(chunk: string): boolean {
  if (!/\d/.test(chunk)) return false;
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?(?:T\d+)?Z?$/i.test(chunk) || /^\d{1,2}[-.]\d{1,2}[-.]\d{2,4}$/.test(chunk))
    return true;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(chunk)) return true;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(chunk)) return true;
  if (/^0x[0-9a-f]+$/i.test(chunk)) return true;
  return /^(?=.*[a-f])(?=.*\d.*\d)[0-9a-f]{7,}$/i.test(chunk);
}

/** True for a number that is a count or an amount. What may be a code stays: `137`, `503`, `1205`. */
function isNumberNoise(word: string): boolean {
  if (/^\d+$/.test(word)) return word.length < 3 || word.length > 6 || /^(?:19|20)\d\d$/.test(word);
  return /^\d+(?:ns|us|µs|ms|s|sec|m|min|h|hr|hrs|d|k|kb|mb|gb|tb|kib|mib|gib|gi|mi|x|st|nd|rd|th|am|pm|t\d+z?)$/.test(
    word,
  );
}
