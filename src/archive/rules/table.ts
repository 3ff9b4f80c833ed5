import type { Rule } from '../sources.ts';

/** The rules that are judged when every file has been read, in the order of their names. */
export const RULES: readonly Rule[] = [];
