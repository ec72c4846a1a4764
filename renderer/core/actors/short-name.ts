const longest = 26;

/** What an actor is called where there is little room: the acronym in its name, or the name, cut at a word if it must be. */
export function shortName(name: string): string {
  const [, acronym] = /\(([^()]{2,26})\)\s*$/.exec(name) ?? [];
  if (acronym !== undefined) return acronym;
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest).replace(/\s+\S*$/, '');
  return `${cut.toWellFormed()}…`;
}
