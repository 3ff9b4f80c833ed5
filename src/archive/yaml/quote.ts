/** A text as YAML reads it back whole: in single quotes, or in double ones where it holds a single one and nothing to escape. */
export function quote(text: string): string {
  return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}
