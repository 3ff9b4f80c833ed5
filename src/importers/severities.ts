import type { Severity } from '../model/site.ts';
import type { Words } from './words/words.ts';

/** The id of the scale that a word of the trade stands for: `SEV-1`, `P1`, `critical`, `down`. Undefined where none is near. */
export function readSeverity(
  text: string,
  scale: readonly Severity[],
  words: Words,
  own: Record<string, string> = {},
): string | undefined {
  const plain = text.trim().toLowerCase();
  const mine = Object.entries(own).find(([word]) => word.toLowerCase() === plain);
  if (mine) return mine[1];
  const exact = scale.find(({ id }) => compact(id) === compact(plain));
  if (exact) return exact.id;
  const [head = ''] = plain.split(/\s*(?:[([;|]|,(?!\d)|[-–—:]\s)\s*/, 1);
  for (const candidate of [plain, head]) {
    const word = compact(candidate)
      .replace(/^severity/, 'sev')
      .replace(/^priority/, 'p')
      .replace(/^(sev|p|s)level/, '$1')
      .replace(/^(\d)$/, 'sev$1');
    const rank = words.severities.findIndex((names) => names.some((name) => compact(name) === word));
    if (rank >= 0) return scale[Math.min(rank, scale.length - 1)]?.id;
  }
  return undefined;
}

function compact(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
