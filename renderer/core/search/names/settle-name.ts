import { scanWords } from '#core/search/scan-words.ts';

/**
 * A query in which a name that may mean several things means one actor: `actor:` and its id stand in the name's place,
 * wherever it was typed without a field and without quotation marks, or after `actor:`. The same query when the name is
 * not in it.
 */
export function settleName(query: string, name: string, actor: string): string {
  const wanted = scanWords(name).map(({ word }) => word);
  const words = scanWords(query);
  let settled = query;
  for (let at = words.length - wanted.length; at >= 0 && wanted.length > 0; at--) {
    const first = words[at];
    const last = words[at + wanted.length - 1];
    if (first === undefined || last === undefined) continue;
    if (!wanted.every((word, offset) => words[at + offset]?.word === word)) continue;
    const before = settled.slice(0, first.start);
    const after = settled.slice(last.end);
    const actorBefore = /actor:"?$/i.exec(before)?.[0] ?? '';
    const isPlain = /(?:^|[\s(+-])$/.test(before) && (before.split('"').length - 1) % 2 === 0;
    if (actorBefore === '' && !isPlain) continue;
    const rest = actorBefore.endsWith('"') ? after.replace(/^"/, '') : after;
    settled = `${before.slice(0, before.length - actorBefore.length)}actor:${actor}${rest}`;
  }
  return settled;
}
