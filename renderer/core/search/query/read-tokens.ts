import { isInCapitals, scanWords } from '#core/search/scan-words.ts';
import type { Token } from './lex-query.ts';
import type { QueryNode } from './query.ts';
import { readChunk, readQuoted, readTyped } from './read-chunk.ts';
import { isCommon } from './read-words.ts';

/** What the parser joins: nodes, with the signs between them. */
export type Part =
  | { readonly kind: 'node'; readonly node: QueryNode }
  | Extract<Token, { kind: 'operator' | 'open' | 'close' }>;

/**
 * What one query may cost to look up, in words that stand as they are, so that whatever is pasted is answered in a tenth
 * of a second.
 */
const mostWords = 256;

/** The pieces of a query with the nodes they stand for, as many as are looked up. `isTyped`: the last is being typed. */
export function readTokens(tokens: readonly Token[], isTyped: boolean): { parts: Part[]; isCut: boolean } {
  const namesTold = tellsNames(tokens);
  const parts: Part[] = [];
  let left = mostWords;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'chunk' && token.kind !== 'quoted') {
      parts.push(token);
      continue;
    }
    const node = readOperand(token, isTyped && at === tokens.length - 1, namesTold);
    const fitting = node === null ? null : cut(node, left);
    if (fitting !== null) parts.push({ kind: 'node', node: fitting });
    if (fitting !== node) return { parts: withoutLastOperators(parts), isCut: true };
    left -= node === null ? 0 : costOf(node);
  }
  return { parts, isCut: false };
}

/** Whether capitals tell names from words: in a headline that is all in capitals they say nothing. */
function tellsNames(tokens: readonly Token[]): boolean {
  const texts = tokens.flatMap((token) => {
    if (token.kind === 'chunk') return [token.text];
    return token.kind === 'quoted' ? [token.key ?? '', token.content] : [];
  });
  if (texts.some((text) => /\p{Ll}/u.test(text)) || !texts.some((text) => /\p{Lu}/u.test(text))) return true;
  return !texts.some((text) =>
    scanWords(text).some(({ start, end, word }) => isInCapitals(text.slice(start, end)) && !isCommon(word)),
  );
}

/** What they joined was left out. */
function withoutLastOperators(parts: readonly Part[]): Part[] {
  return parts.slice(0, parts.findLastIndex(({ kind }) => kind !== 'operator') + 1);
}

function readOperand(
  token: Extract<Token, { kind: 'chunk' | 'quoted' }>,
  isTyped: boolean,
  namesTold: boolean,
): QueryNode | null {
  if (token.kind === 'quoted') return readQuoted(token, namesTold);
  return isTyped ? readTyped(token.text, namesTold) : readChunk(token.text, namesTold);
}

/** `node` as far as there are words left for it. */
function cut(node: QueryNode, left: number): QueryNode | null {
  if (costOf(node) <= left) return node;
  if (node.kind !== 'phrase') return null;
  const words = node.words.slice(0, Math.floor((left * node.words.length) / costOf(node)));
  return words.length < 2 ? null : { ...node, words };
}

function costOf(node: QueryNode): number {
  switch (node.kind) {
    case 'phrase':
      return node.words.length * (node.slack === null ? 1 : 8);
    case 'pattern':
      return costOfPattern(node.pattern);
    case 'fuzzy':
      return node.word.length - node.distance > 2 ? 16 : 64;
    case 'not':
      return costOf(node.of);
    case 'actor':
      return costOf(node.name);
    case 'all':
      return node.of.reduce((sum, one) => sum + costOf(one), 0);
    default:
      return 1;
  }
}

/** Without a beginning every word there is has to be tried; with few letters most of them fit. */
function costOfPattern(pattern: string): number {
  if (/^[^*]{2}/.test(pattern)) return 8;
  return pattern.replaceAll('*', '').length > 2 || !pattern.startsWith('*') ? 64 : 128;
}
