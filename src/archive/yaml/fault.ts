import type { Position, Problem } from '../problem.ts';

/** What is said of a place that is no YAML, and its line as it was most likely meant. */
export type YamlFault = Pick<Problem, 'rule' | 'message' | 'hint'> & { position: Position; repaired?: string };
