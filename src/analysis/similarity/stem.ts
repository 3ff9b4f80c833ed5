/** How much of a word its stem keeps, in characters. */
const STEM_LENGTH = 6;

/**
 * The stem of a word: its first six letters, or undefined if it is shorter or no plain word. Cutting words off does for every
 * language that is written with letters what a stemmer does for one (McNamee and Mayfield, "Character n-gram tokenization
 * for European language text retrieval", 2004): `connection` and `connected`, `Verbindung` and `Verbindungen` meet. It stands
 * beside the whole word and never in its place, so that a wrong meeting (`internal`, `internet`) costs little.
 */
export function stemOf(word: string): string | undefined {
  return word.length >= STEM_LENGTH && /^\p{L}+$/u.test(word) && !UNSPACED.test(word)
    ? word.slice(0, STEM_LENGTH)
    : undefined;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
