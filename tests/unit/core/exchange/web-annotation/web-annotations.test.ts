import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CodingProject, Loss, ProjectAnswer } from '#core/exchange/coding-project.ts';
import { settlePassages } from '#core/exchange/settle-passages.ts';
import { readWebAnnotations } from '#core/exchange/web-annotation/read-web-annotations.ts';
import { writeWebAnnotations } from '#core/exchange/web-annotation/write-web-annotations.ts';
import { anyProject } from '#tests/unit/core/exchange/arbitrary-project.ts';
import { newProject } from '#tests/unit/core/exchange/sample-project.ts';

const fixtures = 'tests/fixtures/exchange';
const goldenBytes = readFileSync(`${fixtures}/golden/golden.anno.jsonld`);
const golden = JSON.parse(goldenBytes.toString('utf8'));
const expected = JSON.parse(readFileSync(`${fixtures}/golden/golden.expected.json`, 'utf8'));

function read(value: unknown): { project: CodingProject; losses: readonly Loss[] } {
  return ready(readWebAnnotations(strToU8(JSON.stringify(value))));
}

function ready(answer: ProjectAnswer) {
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}

/** The path of each tag of a project, read from leaf to root. */
function pathsOf({ tags }: CodingProject): Map<string, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  return new Map(
    tags.map((tag) => {
      const path = [tag.name];
      for (let at = tag.parentId; at !== null; ) {
        const parent = byId.get(at);
        path.unshift(parent?.name ?? '?');
        at = parent?.parentId ?? null;
      }
      return [tag.id, path.join('/')];
    }),
  );
}

describe('readWebAnnotations', () => {
  it('reads the golden collection to its expected offsets, tags and notes', () => {
    const { project, losses } = ready(readWebAnnotations(goldenBytes));
    const paths = pathsOf(project);
    const texts = ['d1', 'd2'].map((name) => expected.texts[name] as string);

    expect(losses).toEqual([]);
    expect(project.analysts).toMatchObject([{ name: 'Analyst A' }]);
    expect(project.articles).toHaveLength(2);
    const found = project.articles.flatMap(({ id }, index) =>
      settlePassages(
        project.highlights.filter(({ articleId }) => articleId === id),
        texts[index] ?? '',
      ),
    );
    expect(
      found.map(({ id, start, end, exact, note, tagIds }) => ({
        guid: id,
        quote: exact,
        utf16: [start, end],
        codes: tagIds.map((tag) => paths.get(tag)),
        note: note === '' ? null : note,
      })),
    ).toEqual(
      expected.selections.map(({ guid, quote, utf16, codes, note }: Record<string, unknown>) => ({
        guid,
        quote,
        utf16,
        codes,
        note,
      })),
    );
  });

  it.each(readdirSync(`${fixtures}/w3c`).filter((name) => name.startsWith('anno') && name.endsWith('.json')))(
    'reads the official example %s',
    (name) => {
      const { project } = ready(readWebAnnotations(readFileSync(`${fixtures}/w3c/${name}`)));

      expect(project.highlights.length + project.memos.length).toBe(1);
    },
  );

  it('loses nothing of the official collection unsaid', () => {
    const { project, losses } = ready(readWebAnnotations(readFileSync(`${fixtures}/w3c/collection1.json`)));
    const said = losses
      .filter(({ code }) => code === 'nothing-said')
      .reduce((sum, { count }) => sum + count, 0);

    expect(project.highlights.map(({ exact }) => exact)).toEqual(['anotation', null, 'Selected Text']);
    expect(project.highlights[1]?.counted).toEqual({ start: 412, end: 795, unit: 'code-point' });
    // 41 annotations: each is a passage, a memo or a loss for each of its targets.
    expect(project.highlights.length + project.memos.length + said).toBeGreaterThanOrEqual(41);
    expect(losses.map(({ code }) => code)).toContain('selector');
    expect(project.memos.map(({ text }) => text)).toContain('Comment text');
  });

  it.each([
    { form: 'one annotation', wrap: (items: unknown[]) => items[0], count: 1 },
    { form: 'a list', wrap: (items: unknown[]) => items, count: 2 },
    { form: 'a page', wrap: (items: unknown[]) => ({ type: 'AnnotationPage', items }), count: 2 },
    {
      form: 'a collection',
      wrap: (items: unknown[]) => ({
        type: ['AnnotationCollection'],
        first: { type: 'AnnotationPage', items },
      }),
      count: 2,
    },
    { form: 'a graph', wrap: (items: unknown[]) => ({ '@graph': items }), count: 2 },
    {
      form: 'pages in a row',
      wrap: ([a, b]: unknown[]) => ({
        type: 'AnnotationCollection',
        first: { type: 'AnnotationPage', items: [a], next: { type: 'AnnotationPage', items: [b] } },
      }),
      count: 2,
    },
  ])('accepts $form', ({ wrap, count }) => {
    const items = golden.first.items.slice(0, 2);

    expect(read(wrap(items)).project.highlights).toHaveLength(count);
  });

  it('names a page that lies elsewhere, and does not fetch it', () => {
    const { losses } = read({ type: 'AnnotationCollection', total: 90, first: 'http://example.org/page1' });

    expect(losses).toEqual([{ code: 'page-elsewhere', count: 1, examples: ['http://example.org/page1'] }]);
  });

  it('takes every target of an annotation, and keeps their ids when read again', () => {
    const selector = { type: 'TextQuoteSelector', exact: 'x' };
    const annotation = {
      id: 'urn:uuid:44adcd92-f4c3-5d6d-8fbb-b99d30fe43d3',
      type: 'Annotation',
      bodyValue: 'both',
      target: [
        { source: 'http://a', selector },
        { source: 'http://b', selector },
      ],
    };
    const ids = [read(annotation), read(annotation)].map(({ project }) =>
      project.highlights.map(({ id }) => id),
    );

    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids[0]).size).toBe(2);
    expect(ids[0]?.[0]).toBe('44adcd92-f4c3-5d6d-8fbb-b99d30fe43d3');
  });

  it('does not take a position for one of the whole text that counts from another selector', () => {
    const { project, losses } = ready(readWebAnnotations(readFileSync(`${fixtures}/w3c/anno41.json`)));

    expect(project.highlights).toEqual([]);
    expect(losses.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['selector', 'property', 'tags-without-passage']),
    );
  });

  it.each([
    { what: 'no JSON', bytes: strToU8('{'), code: 'bad-json' },
    { what: 'nothing', bytes: strToU8(''), code: 'bad-json' },
    { what: 'other JSON', bytes: strToU8('{"a": [1, 2]}'), code: 'not-annotations' },
    { what: 'a number', bytes: strToU8('7'), code: 'not-annotations' },
    {
      what: 'keys of prototypes',
      bytes: strToU8('{"type": "Annotation", "__proto__": {"x": 1}}'),
      code: 'forbidden-key',
    },
    { what: 'a deep nest', bytes: strToU8('['.repeat(50_000) + ']'.repeat(50_000)), code: 'too-deep' },
    { what: 'a huge file', bytes: new Uint8Array(65 * 1024 * 1024), code: 'too-large' },
    {
      what: 'too many',
      bytes: strToU8(`[${'{"type":"Annotation"},'.repeat(200_000)}{"type":"Annotation"}]`),
      code: 'too-many',
    },
  ])('refuses $what as $code', ({ bytes, code }) => {
    expect(readWebAnnotations(bytes)).toMatchObject({ ok: false, code });
  });

  it('makes an answer of any JSON', () => {
    const key = fc.constantFrom(
      'type',
      'id',
      'body',
      'target',
      'source',
      'selector',
      'items',
      'first',
      'value',
      'start',
      'exact',
      'refinedBy',
      'creator',
      'annotations',
      'uri',
    );
    const leaf = fc.oneof(
      fc.constantFrom('Annotation', 'AnnotationPage', 'tagging', null, 3, -1, true, 'urn:x'),
      fc.string(),
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(key, tie('node'), { maxKeys: 6 }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        const answer = readWebAnnotations(
          strToU8(JSON.stringify([{ type: 'Annotation', target: value, body: value }, value])),
        );

        expect(answer.ok).toBe(true);
      }),
    );
  });
});

describe('Hypothesis', () => {
  const row = {
    id: 'x1yZ',
    created: '2024-09-01T10:00:00.000000+00:00',
    updated: '2024-09-02T10:00:00.000000+00:00',
    user: 'acct:amina@hypothes.is',
    uri: 'https://example.org/convoi',
    text: 'Check',
    tags: ['attack', 'N/A'],
    document: { title: ['Convoi attaqué'] },
    target: [
      {
        source: 'https://example.org/convoi',
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            endContainer: '/p[1]',
            startOffset: 0,
            endOffset: 3,
          },
          { type: 'TextPositionSelector', start: 167, end: 192 },
          { type: 'TextQuoteSelector', exact: 'tuées, selon un élu local', prefix: 'été ', suffix: '.' },
        ],
      },
    ],
  };

  it('counts in UTF-16, keeps flat tags, dates and the account', () => {
    const { project, losses } = read({ export_date: '2024', client_version: '1', annotations: [row] });
    const [found] = settlePassages(project.highlights, expected.texts.d1);

    expect(found).toMatchObject({ start: 167, end: 192, note: 'Check', createdAt: row.created });
    expect(project.articles).toMatchObject([{ title: 'Convoi attaqué', source: row.uri, text: null }]);
    expect(project.tags.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['attack', null],
      ['N/A', null],
    ]);
    expect(project.analysts).toMatchObject([{ name: 'amina' }]);
    expect(losses).toEqual([]);
  });

  it('makes memos of page notes and replies', () => {
    const note = { ...row, id: 'n', tags: [], target: [{ source: row.uri }], text: 'A page note' };
    const reply = { ...note, id: 'r', text: 'No', references: ['x1yZ'] };
    const { project } = read({ annotations: [reply, row, note] });

    expect(project.memos.map(({ text, subject }) => [text, subject.kind])).toEqual([
      ['No', 'highlight'],
      ['A page note', 'article'],
    ]);
  });
});

describe('writeWebAnnotations', () => {
  it('writes the golden selectors again, code point for code point', () => {
    const { project } = ready(readWebAnnotations(goldenBytes));
    const texts = ['d1', 'd2'].map((name) => expected.texts[name] as string);
    const articles = project.articles.map((article, index) => ({ ...article, text: texts[index] ?? '' }));
    const highlights = articles.flatMap(({ id, text }) =>
      settlePassages(
        project.highlights.filter(({ articleId }) => articleId === id),
        text,
      ),
    );
    const written = JSON.parse(strFromU8(writeWebAnnotations({ ...project, articles, highlights }).bytes));

    expect(written['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(written.total).toBe(golden.total);
    for (const [index, item] of written.first.items.entries()) {
      const original = golden.first.items[index];
      expect(item.target.selector).toEqual(original.target.selector);
      expect(item.id).toBe(original.id);
      expect(item.target.source.id).toBe(original.target.source.id);
    }
  });

  it('splits no emoji and no letter from its accents in the context', () => {
    const family = '👩‍👩‍👧';
    const text = `${family.repeat(12)}x${family.repeat(12)}`;
    const start = family.length * 12;
    const written = writeWebAnnotations(
      newProject({
        articles: [
          {
            id: 'a',
            title: '',
            text,
            source: '',
            textSha256: null,
            publisher: null,
            carrier: null,
            byline: null,
            publishedAt: null,
            language: null,
          } as never,
        ],
        highlights: [
          {
            id: 'h',
            articleId: 'a',
            start,
            end: start + 1,
            exact: 'x',
            prefix: '',
            suffix: '',
            tagIds: [],
            note: '',
            grade: null,
            marks: [],
            analystId: null,
            createdAt: null,
            updatedAt: null,
          } as never,
        ],
      }),
    );
    const [, quote] = JSON.parse(strFromU8(written.bytes)).first.items[0].target.selector;

    expect(quote).toMatchObject({ exact: 'x', prefix: family.repeat(6), suffix: family.repeat(6) });
  });

  it('is read back to the same project, whatever it holds', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { bytes, losses } = writeWebAnnotations(project);
        const back = ready(readWebAnnotations(bytes));
        const texts = new Map(project.articles.map(({ id, text }) => [id, text ?? '']));
        const highlights = back.project.highlights.flatMap((highlight) =>
          settlePassages([highlight], texts.get(highlight.articleId) ?? ''),
        );

        expect(losses.map(({ code }) => code)).toEqual(['text-not-in-file']);
        expect(back.losses).toEqual([]);
        expect(back.project.articles).toEqual(
          project.articles.map((article) => ({ ...article, text: null })),
        );
        expect(back.project.tags).toEqual(project.tags);
        expect(back.project.groups).toEqual(project.groups);
        expect(back.project.memos).toEqual(project.memos);
        // The context is counted otherwise; where it stands, it is the text's.
        expect(highlights.map(({ prefix: _, suffix: __, ...rest }) => rest)).toEqual(
          project.highlights.map(({ prefix: _, suffix: __, ...rest }) => rest),
        );
      }),
    );
  });
});
