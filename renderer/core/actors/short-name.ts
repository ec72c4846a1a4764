const longest = 30;

/** What an actor is called where there is little room: the acronym in its name, or the name, cut at a word if it must be. */
export function shortName(name: string): string {
  const [, bare = name, aside = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? [];
  const isAcronym = /^\S+$/.test(aside) && (aside.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
  if (isAcronym) return aside;
  if (name.length <= longest) return name;
  if (bare.length <= longest) return bare;
  const cut = bare.slice(0, longest).replace(/[\s–-]+\S*$/, '');
  return `${cut.toWellFormed()}…`;
}
