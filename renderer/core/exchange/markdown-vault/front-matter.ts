/** A value of the front matter; lists hold texts. */
export type FrontValue = string | readonly string[] | null;

/**
 * Write YAML front matter. Every text stands in double quotes with all that could end or bend it escaped, so that
 * whatever it holds is read as that text. `null`, empty texts and empty lists are left out.
 */
export function writeFrontMatter(values: Readonly<Record<string, FrontValue>>): string {
  const lines = Object.entries(values).flatMap(([key, value]) => {
    if (value === null || value.length === 0) return [];
    if (typeof value === 'string') return [`${key}: ${quote(value)}`];
    return [`${key}:`, ...value.map((item) => `  - ${quote(item)}`)];
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

/** A text in double quotes: JSON's escapes are YAML's, and what only YAML takes for a line end is escaped as well. */
function quote(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
