export type Operator = 'AND' | 'OR' | 'NOT';

/** A piece of a query as it stands in the text. */
export type Token =
  | { readonly kind: 'operator'; readonly is: Operator }
  /** `negates`: a minus sign stands before it. */
  | { readonly kind: 'open'; readonly negates: boolean }
  | { readonly kind: 'close' }
  | {
      readonly kind: 'quoted';
      readonly negates: boolean;
      /** What stands before a colon, in small letters. */
      readonly key: string | null;
      readonly content: string;
      /** `~5^2`, or ''. */
      readonly suffix: string;
    }
  /** Letters and signs without a space. */
  | { readonly kind: 'chunk'; readonly text: string };

export type Lexed = {
  readonly tokens: readonly Token[];
  readonly inNoise: boolean;
  /** There was more text than is read. */
  readonly isCut: boolean;
};

/** Longer texts are not read to their end. */
const mostText = 20_000;
/** More pieces are not read. */
const mostTokens = 2_000;
/** Parentheses deeper than this part nothing. */
const deepest = 40;

/**
 * The pieces of a query, in order. Parentheses come in pairs: one that closes nothing is passed over, and the parser
 * closes those left open. `in:noise` is taken out wherever it stands.
 */
export function lexQuery(query: string): Lexed {
  const text = closeQuotes(query.slice(0, mostText).normalize('NFC').replaceAll(controls, ' '));
  const tokens: Token[] = [];
  let inNoise = false;
  for (const match of text.matchAll(piece)) {
    if (tokens.length === mostTokens) return { tokens: inPairs(tokens), inNoise, isCut: true };
    if (match[0].toLowerCase() === 'in:noise') inNoise = true;
    else tokens.push(toToken(match[0], match.groups ?? {}));
  }
  return { tokens: inPairs(tokens), inNoise, isCut: query.length > mostText };
}

/** Without parentheses that close nothing, and those that stand too deep. */
function inPairs(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ kind }) => {
    if (kind === 'open') return ++depth <= deepest;
    if (kind !== 'close') return true;
    if (depth === 0) return false;
    return --depth < deepest;
  });
}

const controls = /\p{Cc}/gu;
const quotationMarks = /[“”„«»]/g;

/** A quotation mark that is never closed quotes nothing, and only parts words: what follows are words like any other. */
function closeQuotes(text: string): string {
  const plain = text.replaceAll(quotationMarks, '"');
  if ((plain.match(/"/g) ?? []).length % 2 === 0) return plain;
  const last = plain.lastIndexOf('"');
  // What stands before a quotation mark, as `-` or `title:`, belongs to the first word.
  const between = /[\p{L}\p{M}\p{N}]$/u.test(plain.slice(0, last)) ? ' ' : '';
  return plain.slice(0, last) + between + plain.slice(last + 1);
}

/** A phrase with what belongs to it, a parenthesis, or a run without spaces. */
const piece =
  /(?<sign>[+-]?)(?:(?<key>\p{L}+):)?"(?<content>[^"]*)"(?<suffix>(?:[~^]\d+(?:\.\d+)?)*)|[+-]?\(|\)|[^\s()"]+/gu;

function toToken(whole: string, groups: Readonly<Record<string, string | undefined>>): Token {
  const { sign, key, content, suffix } = groups;
  if (content !== undefined) {
    return {
      kind: 'quoted',
      negates: sign === '-',
      key: key?.toLowerCase() ?? null,
      content,
      suffix: suffix ?? '',
    };
  }
  if (whole === ')') return { kind: 'close' };
  if (whole.endsWith('(')) return { kind: 'open', negates: whole.startsWith('-') };
  return isOperator(whole) ? { kind: 'operator', is: whole } : { kind: 'chunk', text: whole };
}

function isOperator(text: string): text is Operator {
  return text === 'AND' || text === 'OR' || text === 'NOT';
}
