import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuery } from '#core/search/query/describe-query.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Query, QueryNode } from '#core/search/query/query.ts';

const understood = (text: string, isTyping = false) => describeQuery(parseQuery(text, { isTyping }));

describe('a query as it is understood', () => {
  it.each([
    // Joining
    ['mali niger', 'mali AND niger'],
    ['mali AND niger', 'mali AND niger'],
    ['mali mali niger', 'mali AND niger'],
    ['mali NOT niger', 'mali AND NOT niger'],
    ['+mali -niger', 'mali AND NOT niger'],
    ['mali OR niger', 'mali OR niger'],
    ['mali OR niger OR gao army', 'mali OR niger OR (gao AND army)'],
    ['army "tri border" OR gao', '(army AND "tri border") OR gao'],
    ['(mali OR niger) army', '(mali OR niger) AND army'],
    ['(mali OR (niger army)) gao', '(mali OR (niger AND army)) AND gao'],
    ['NOT mali OR niger', 'niger AND NOT mali'],
    ['NOT (mali OR niger) gao', 'NOT (mali OR niger) AND gao'],
    ['-(mali niger)', 'NOT (mali AND niger)'],
    ['+(mali niger)', 'mali AND niger'],
    ['NOT NOT mali', 'mali'],
    ['NOT -mali', 'mali'],
    // "a or not b" would be nearly everything.
    ['mali OR -niger', 'mali AND NOT niger'],
    ['-mali OR -niger', 'NOT mali AND NOT niger'],
    ['mali OR (NOT niger NOT gao)', 'mali AND NOT niger AND NOT gao'],
    // Joining nothing
    ['and', 'and'],
    ['AND', 'and'],
    ['NOT', 'not'],
    ['mali OR', 'mali AND or'],
    ['OR mali', 'or AND mali'],
    ['(OR mali) gao', 'or AND mali AND gao'],
    ['mali OR AND niger', 'mali OR niger'],
    ['mali AND OR niger', 'mali OR niger'],
    ['mali AND NOT OR niger', 'mali AND NOT niger'],
    ['mali OR ()', 'mali'],
    ['(mali', 'mali'],
    ['mali) niger', 'mali AND niger'],
    [')(', ''],
    ['', ''],
    // Words
    ['-tri-border', 'NOT tri-border'],
    ['title:tri-border', 'title:tri-border'],
    ['-title:"armed men"', 'NOT title:"armed men"'],
    ['TITLE:Gao', 'title:gao'],
    ['l’armée', 'armee'],
    ['a:b', 'a-b'],
    ['a:b^2', 'a-b^2'],
    ['tri-border^2', 'tri-border^2'],
    ['-12:30', 'NOT 12-30'],
    ['AK-47', 'ak-47'],
    ['U.N.', 'UN'],
    ['http://x.org/a', 'http-x-org-a'],
    ['C:\\foo', 'c-foo'],
    ['gao(north)', 'gao AND north'],
    ['foo^', 'foo'],
    ['mali~', 'mali'],
    ['- + " * ^ ~ ()', '*'],
    ['*', '*'],
    ['* mali', 'mali'],
    ['mali OR *', 'mali OR *'],
    // Near words and patterns
    ['menakka~9', 'menakka~2'],
    ['mali~1^2', 'mali~1^2'],
    ['d’État*', 'etat*'],
    ['*ville', '*ville'],
    ['m*n*ka', 'm*n*ka'],
    ['a*b*c*d*e*f*g*h*i*j*', 'a-b-c-d-e-f-g-h-i-j'],
    ['gao^2.5', 'gao^2.5'],
    ['gao^99999', 'gao^1000'],
    // Phrases
    ['"armed men"^3', '"armed men"^3'],
    ['"armed men"~5', '"armed men"~5'],
    ['"armed men"~5^2', '"armed men"~5^2'],
    ['"men"', '"men"'],
    ['"men"~4', '"men"'],
    ['"US"', '"US"'],
    ['“armed men” « état islamique »', '"armed men" AND "etat islamique"'],
    ['"armed men', 'armed AND men'],
    ['5" gun', '5 AND gun'],
    ['province“Last', 'province AND last'],
    ['-"armed', 'NOT armed'],
    ['title:"armed', 'title:armed'],
    ['foo:"armed men"', 'foo AND "armed men"'],
    // Filters
    ['tag:JNIM', 'tag:jnim'],
    ['tag:"Armed group"', 'tag:"armed group"'],
    ['TAG:“Armed  group” mali', 'tag:"armed group" AND mali'],
    ['-tag:Actors/JNIM', 'NOT tag:actors/jnim'],
    ['source:AIB.media', 'source:aib.media'],
    ['publisher:"Le Monde"', 'publisher:"le monde"'],
    ['place:Ménaka', 'place:menaka'],
    ['lang:French lang:ar', 'lang:fr AND lang:ar'],
    ['after:2024-09-01 before:2025', 'after:2024-09-01 AND before:2025'],
    ['is:Unread has:highlights', 'is:unread AND has:highlight'],
    ['is:unread OR mali', 'is:unread OR mali'],
    ['actor:JNIM', 'actor:jnim'],
    ['actor:"Katiba Macina" -actor:CMA^2', 'actor:"katiba macina" AND NOT actor:cma^2'],
    ['IN:NOISE share', 'share in:noise'],
    ['in:noise', ''],
    // No such value
    ['is:happy', 'is-happy'],
    ['lang:klingon', 'lang-klingon'],
    ['after:yesterday', 'after-yesterday'],
    ['after:2024-02-30', 'after-2024-02-30'],
    ['before:01/09/2024', 'before-01-09-2024'],
    ['tag:', 'tag'],
    ['tag:""', 'tag'],
  ])('%s is read as %s', (query, expected) => {
    expect(understood(query)).toBe(expected);
  });
});

describe('stop words', () => {
  it.each([
    ['the attack', 'attack'],
    ['les attaques du Sahel', 'attaques AND sahel'],
    ['+the +mali', 'mali'],
    ['the', 'the'],
    ['to be or not to be', 'to AND be AND or AND not'],
    ['the tag:x', 'the AND tag:x'],
    ['the -mali', 'the AND NOT mali'],
    ['the OR mali', 'the OR mali'],
    ['mali -the', 'mali AND NOT the'],
    ['"the attack"', '"the attack"'],
    ['"the" attack', '"the" AND attack'],
    ['(the attack) OR (les attaques)', 'attack OR attaques'],
  ])('%s is read as %s', (query, expected) => {
    expect(understood(query)).toBe(expected);
  });

  it('keeps a word that says something in another language unless the query is in the first', () => {
    expect(understood('mine or')).toBe('mine AND or');
    expect(understood('mine d’or du Burkina')).toBe('mine AND or AND burkina');
    expect(understood('gold or the mine')).toBe('gold AND mine');
    expect(understood('région est')).toBe('region AND est');
    expect(understood('il est à Gao')).toBe('gao');
  });

  it('takes one in capitals for a name', () => {
    expect(understood('US troops')).toBe('US AND troops');
    expect(understood('report by the WHO')).toBe('report AND WHO');
    expect(parseQuery('US').root).toMatchObject({ kind: 'word', word: 'us', isName: true });
    expect(parseQuery('us').root).toMatchObject({ kind: 'word', word: 'us', isName: false });
  });

  it('knows a headline in capitals', () => {
    expect(understood('LES FORCES ARMÉES')).toBe('forces AND armees');
    expect(understood('US TROOPS')).toBe('US AND troops');
    expect(understood('THE UN MISSION')).toBe('UN AND mission');
  });
});

describe('a query that is being typed', () => {
  const last = (text: string): QueryNode | null => {
    const { root } = parseQuery(text, { isTyping: true });
    return root?.kind === 'all' ? (root.of.at(-1) ?? null) : root;
  };

  it.each([
    'seq',
    'mali seq',
    'mali AND seq',
    '(mali OR x) seq',
    '"a b" seq',
    '"armed seq',
    'l’seq',
    'title:seq',
  ])('takes the last word of %s for a beginning', (text) => {
    expect(last(text)).toMatchObject({ kind: 'word', word: 'seq', how: 'typed' });
    expect(last(`${text} `)).toMatchObject({ kind: 'word', word: 'seq', how: 'stem' });
  });

  it.each(['seq^2', 'seq~1', '-seq', 'NOT seq', 'x -(mali OR seq', 'US'])('does not in %s', (text) => {
    expect(JSON.stringify(parseQuery(text, { isTyping: true }))).not.toContain('typed');
  });

  it('does not join words to a phrase of which the last is not whole', () => {
    expect(parseQuery('tri-bor', { isTyping: true }).root).toMatchObject({
      kind: 'all',
      of: [
        { word: 'tri', how: 'exact' },
        { word: 'bor', how: 'typed' },
      ],
    });
  });

  it.each([
    ['mali n', 'mali'],
    ['mali OR', 'mali'],
    ['mali OR ', 'mali'],
    ['mali NOT', 'mali'],
    ['mali tag:', 'mali'],
    ['mali is:unr', 'mali'],
    ['mali after:2024-0', 'mali'],
    ['mali actor:', 'mali'],
    ['mali in:noi', 'mali'],
    ['mali the', 'mali'],
    ['m', ''],
    ['军', '军'],
    ['OR', 'or'],
  ])('waits in %s for what is to come', (text, expected) => {
    expect(understood(text, true)).toBe(expected);
  });
});

describe('anything pasted', { timeout: 30_000 }, () => {
  /** The queries of this language, and what is not. */
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('mali', 'l’état', 'US', 'the', 'les', 'or', 'est', 'LES', 'AK-47', 'x'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '"a b"',
        '"the"',
        '"',
        '“',
        '(',
        ')',
        '-(',
        '*',
        '~1',
        '^2',
        '^0.5',
        ':',
        '\\',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('-', '+', 'title:', 'tag:', 'is:read', 'actor:', 'after:2024', 'in:noise'),
    },
    { weight: 2, arbitrary: fc.constantFrom('AND', 'OR', 'NOT') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '\0',
        '\u202e',
        '👩‍👩‍👧',
        '.*(a+)+$',
        '[^',
        '军队马里',
        'ﷺ',
        '½',
        'İ',
        'مالي',
      ),
    },
  );
  const space = fc.constantFrom('', ' ');
  const anything = fc.array(fc.tuple(piece, space), { maxLength: 30 }).map((parts) => parts.flat().join(''));

  it('reads the same when it is typed again as it was understood', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const query = parseQuery(text);

        expect(parseQuery(describeQuery(query))).toEqual(withoutNoise(query));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads the same when typing ends, but for the word that was typed', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const query = parseQuery(text, { isTyping: true });

        expect(parseQuery(describeQuery(query))).toEqual(withoutNoise(ended(query)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps a group of a kind out of its own kind, so that every tree has one form', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const node of nodesOf(parseQuery(text).root)) {
          if (node.kind !== 'all' && node.kind !== 'any') continue;
          expect(node.of.length).toBeGreaterThan(1);
          expect(node.of.map(({ kind }) => kind)).not.toContain(node.kind);
        }
      }),
    );
  });

  it.each([
    ['words', 'mali '.repeat(2_000)],
    ['different words', Array.from({ length: 1_700 }, (_, at) => `w${at}`).join(' ')],
    ['parentheses', `${'('.repeat(1_000)}mali${')'.repeat(1_000)}`],
    ['open parentheses', '(mali '.repeat(1_600)],
    ['parentheses in turn', '(a OR (b '.repeat(1_100)],
    ['denials', 'NOT '.repeat(2_500)],
    ['operators', 'OR AND '.repeat(1_400)],
    ['quotation marks', '"'.repeat(9_999)],
    ['phrases', '"a b" '.repeat(1_600)],
    ['one phrase', `"${'ab '.repeat(3_300)}"`],
    ['one chunk', 'a-'.repeat(5_000)],
    ['one word', 'a'.repeat(10_000)],
    ['keys', 'tag:'.repeat(2_500)],
    ['colons', ':'.repeat(10_000)],
    ['patterns', Array.from({ length: 2_000 }, (_, at) => `a${at}*`).join(' ')],
    ['one pattern', 'a*'.repeat(5_000)],
    ['fuzzy words', Array.from({ length: 2_000 }, (_, at) => `a${at}~2`).join(' ')],
    ['boosts', '^9'.repeat(5_000)],
    ['a regular expression', '^(([a-z])+.)+[A-Z]([a-z])+$'.repeat(370)],
    ['null bytes', 'a\0'.repeat(5_000)],
    ['right to left', '\u202emali\u202c '.repeat(1_400)],
    ['emoji', '👩‍👩‍👧‍👦🇲🇱'.repeat(700)],
    ['backslashes', '\\'.repeat(10_000)],
    ['Chinese', '马里军队'.repeat(2_500)],
    ['marks', '\u0301'.repeat(10_000)],
  ])('reads only so much of ten thousand characters of %s', (_, text) => {
    const query = parseQuery(text);
    const nodes = nodesOf(query.root);

    expect(nodes.filter(({ kind }) => kind === 'word' || kind === 'filter').length).toBeLessThanOrEqual(256);
    expect(nodes.filter(({ kind }) => kind === 'pattern' || kind === 'fuzzy').length).toBeLessThanOrEqual(32);
    expect(depthOf(query.root)).toBeLessThanOrEqual(90);
    expect(parseQuery(describeQuery(query))).toEqual({ ...query, isCut: false });
  });

  it('says that it left something out', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');

    expect(parseQuery(words(256)).isCut).toBe(false);
    expect(parseQuery(words(257)).isCut).toBe(true);
    expect(parseQuery(`${'mali '.repeat(256)}`).isCut).toBe(false);
    expect(parseQuery('mali'.repeat(5_001)).isCut).toBe(true);
    expect(describeQuery(parseQuery(`${words(256)} AND NOT mali`))).toBe(
      describeQuery(parseQuery(words(256))),
    );
  });
});

/** Boilerplate alone is nothing that is asked for, and so nothing that is described. */
/** What is typed again: nothing asks for noise where nothing is asked for, and what was left out is not in it. */
function withoutNoise(query: Query): Query {
  return { ...query, isCut: false, inNoise: query.root !== null && query.inNoise };
}

function ended(query: Query): Query {
  // The words before the last one of a chunk are described in quotation marks.
  const text = JSON.stringify(query).replaceAll('"isName":false,"isUnquoted":true', '"isName":false');
  return JSON.parse(text.replaceAll('"how":"typed"', '"how":"stem"'));
}

function nodesOf(node: QueryNode | null): QueryNode[] {
  if (node === null) return [];
  if (node.kind === 'not') return [node, ...nodesOf(node.of)];
  return node.kind === 'all' || node.kind === 'any' ? [node, ...node.of.flatMap(nodesOf)] : [node];
}

function depthOf(node: QueryNode | null): number {
  if (node?.kind === 'not') return 1 + depthOf(node.of);
  return node?.kind === 'all' || node?.kind === 'any' ? 1 + Math.max(...node.of.map(depthOf)) : 1;
}
