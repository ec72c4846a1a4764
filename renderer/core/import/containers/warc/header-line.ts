/** `Name: value` with the name in lower case; `null` for a line that is none. */
export function splitHeader(line: string): { readonly name: string; readonly value: string } | null {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon));
  return name === '' || /\s/.test(name)
    ? null
    : { name: name.toLowerCase(), value: line.slice(colon + 1).trim() };
}
