import { ignoreStopWords } from './ignore-stop-words.ts';
import { allOf, anyOf, notOf } from './join-nodes.ts';
import { lexQuery, type Operator, type Token } from './lex-query.ts';
import type { Query, QueryNode } from './query.ts';
import { type Part, readTokens } from './read-tokens.ts';
import { plainly, readWords } from './read-words.ts';

/**
 * Read a query. Words must all occur; `NOT` and `-` bind tighter than `AND`, and that tighter than `OR`. Anything can
 * be pasted: what is not of this language is searched as words, nothing throws, and only so much of it is read
 * (`isCut`).
 *
 * `isTyping`: the last word may be the beginning of one, and an operator or filter at the end is waited for.
 */
export function parseQuery(text: string, { isTyping = false }: { isTyping?: boolean } = {}): Query {
  const lexed = lexQuery(text);
  const tokens = isTyping ? withoutLastOperator(lexed.tokens) : lexed.tokens;
  const { parts, isCut } = readTokens(tokens, isTyping && /\S$/.test(text));
  const root = parseAny({ parts, at: 0 });
  return {
    root: root === null ? null : ignoreStopWords(root),
    inNoise: lexed.inNoise,
    isCut: isCut || lexed.isCut,
  };
}

/** While `mali OR` is typed, what comes after it is waited for. */
function withoutLastOperator(tokens: readonly Token[]): readonly Token[] {
  return tokens.length > 1 && tokens.at(-1)?.kind === 'operator' ? tokens.slice(0, -1) : tokens;
}

/** Where the parser is. */
type Cursor = { readonly parts: readonly Part[]; at: number };

function parseAny(cursor: Cursor): QueryNode | null {
  const of = [parseAll(cursor)];
  while (operatorAt(cursor) === 'OR') {
    passJoiners(cursor);
    of.push(parseAll(cursor));
  }
  return anyOf(of.filter((node) => node !== null));
}

/** Up to an `OR` that joins something, a closing parenthesis or the end. */
function parseAll(cursor: Cursor): QueryNode | null {
  const of: QueryNode[] = [];
  for (;;) {
    const part = cursor.parts[cursor.at];
    if (part === undefined || part.kind === 'close') break;
    const operator = operatorAt(cursor);
    const joins = of.length > 0 && isFollowed(cursor);
    if (operator === 'OR' && joins) break;
    if (operator === 'AND' && joins) cursor.at++;
    else of.push(...parseOne(part, cursor));
  }
  return allOf(of);
}

function parseOne(part: Part, cursor: Cursor): QueryNode[] {
  if (part.kind === 'operator') {
    if (part.is === 'NOT' && isFollowed(cursor)) return parseNot(cursor);
    cursor.at++;
    return asWord(part.is);
  }
  cursor.at++;
  if (part.kind === 'node') return [part.node];
  const inside = parseAny(cursor);
  if (cursor.parts[cursor.at]?.kind === 'close') cursor.at++;
  if (inside === null) return [];
  return [part.kind === 'open' && part.negates ? notOf(typedWhole(inside)) : inside];
}

function parseNot(cursor: Cursor): QueryNode[] {
  let negates = false;
  for (let operator = operatorAt(cursor); operator !== null; operator = operatorAt(cursor)) {
    if (operator === 'NOT') negates = !negates;
    cursor.at++;
  }
  const part = cursor.parts[cursor.at];
  const nodes = part === undefined ? [] : parseOne(part, cursor);
  return negates ? nodes.map((node) => notOf(typedWhole(node))) : nodes;
}

function operatorAt({ parts, at }: Cursor): Operator | null {
  const part = parts[at];
  return part?.kind === 'operator' ? part.is : null;
}

/** Of joining words in a row the last is meant. */
function passJoiners(cursor: Cursor): void {
  for (
    let operator = operatorAt(cursor);
    operator === 'AND' || operator === 'OR';
    operator = operatorAt(cursor)
  )
    cursor.at++;
}

/** Whether the operator here has something to join after it. */
function isFollowed({ parts, at }: Cursor): boolean {
  const next = parts.slice(at).find(({ kind }) => kind !== 'operator');
  return next !== undefined && next.kind !== 'close';
}

/** An operator that joins nothing is a word like any other. */
function asWord(operator: Operator): QueryNode[] {
  const node = readWords(operator, plainly);
  return node === null ? [] : [node];
}

/** What is left out is left out by whole words, also while it is typed. */
function typedWhole(node: QueryNode): QueryNode {
  if (node.kind === 'word' && node.how === 'typed') return { ...node, how: 'stem' };
  if (node.kind === 'all' || node.kind === 'any') return { ...node, of: node.of.map(typedWhole) };
  return node.kind === 'not' ? { ...node, of: typedWhole(node.of) } : node;
}
