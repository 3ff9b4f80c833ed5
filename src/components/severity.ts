/** How many stones of four the pile of a severity has: the worst of a scale four, the next three, and so on; at least one. */
export function stonesOf(id: string, scale: readonly { id: string }[]): number {
  const rank = scale.findIndex((severity) => severity.id === id);
  return rank < 0 ? 1 : Math.max(1, 4 - rank);
}
