/**
 * How far a word may be from the one that was meant: a slip in a word, two in a long one. Short words have too many neighbours:
 * \`prod\` is no slip of \`pod\`, nor \`severity\` two of \`security\`.
 */
function slips(word: string): number {
  return word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
}

/**
 * The known word that `word` is most likely a slip of: with the same first letter, at the smallest distance (letters left
 * out, put in, changed, or two in a row swapped), ties by `commonness` and then by spelling. Undefined if there is none near
 * enough. Codes, numbers and what is written without spaces are never guessed at. `keys` must be sorted. Words that begin
 * alike share their work, so that a vocabulary is gone through once at most (Ukkonen's cut-off, 1985).
 */
export function nearestWord(
  word: string,
  keys: readonly string[],
  commonness: (key: number) => number,
): number | undefined {
  const most = slips(word);
  if (most === 0 || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u.test(word)) return undefined;
  const first = word.slice(0, 1);
  const from = placeOf(keys, first);
  const to = placeOf(keys, `${first}\uffff`);
  const width = word.length + 1;
  // One row for each letter of the word that is looked at; those of a shared beginning stay.
  const rows: Uint8Array[] = [Uint8Array.from({ length: width }, (_, i) => Math.min(255, i))];
  let best: { key: number; distance: number } | undefined;
  let before = '';
  let deadAt = Infinity;
  for (let key = from; key < to; key += 1) {
    const candidate = keys[key] ?? '';
    let shared = 0;
    while (shared < before.length && before[shared] === candidate[shared]) shared += 1;
    before = candidate;
    // The beginning they share was already too far away.
    if (shared >= deadAt) continue;
    deadAt = Infinity;
    if (Math.abs(candidate.length - word.length) > most && candidate.length < word.length) {
      before = candidate.slice(0, shared);
      continue;
    }
    let alive = true;
    for (let i = shared; i < candidate.length && alive; i += 1) {
      const row = nextRow(rows, i, candidate, word);
      rows[i + 1] = row;
      alive = Math.min(...row) <= most;
      if (!alive) deadAt = i + 1;
    }
    const distance = alive ? (rows[candidate.length]?.[word.length] ?? Infinity) : Infinity;
    if (distance > most || /\d/.test(candidate)) continue;
    const better =
      !best || distance < best.distance || (distance === best.distance && commonness(key) > commonness(best.key));
    if (better) best = { key, distance };
  }
  return best?.key;
}

/** The distances of the first `i + 1` letters of `candidate` from every beginning of `word`. */
function nextRow(rows: readonly Uint8Array[], i: number, candidate: string, word: string): Uint8Array {
  const above = rows[i] ?? new Uint8Array();
  const row = new Uint8Array(word.length + 1);
  row[0] = Math.min(255, i + 1);
  for (let j = 1; j <= word.length; j += 1) {
    const same = candidate[i] === word[j - 1];
    let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
    if (i > 0 && j > 1 && candidate[i] === word[j - 2] && candidate[i - 1] === word[j - 1]) {
      least = Math.min(least, (rows[i - 1]?.[j - 2] ?? 0) + 1);
    }
    row[j] = least;
  }
  return row;
}

/** The place of the first key that is not before `text`. */
function placeOf(keys: readonly string[], text: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
