/** A dot in a name would part it in two; this one looks the same and parts nothing. */
const innerDot = '․';

/** The names on the way to a tag as Taguette writes them: `attack.convoy`. */
export function writeDottedPath(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('.', innerDot)).join('.');
}

/** The names on the way to a tag that Taguette calls `path`. */
export function readDottedPath(path: string): string[] {
  return path
    .split('.')
    .map((name) => name.replaceAll(innerDot, '.').trim())
    .filter((name) => name !== '');
}
