import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { CodingProject, ProjectHighlight } from '#core/exchange/coding-project.ts';
import { readQdpx } from '#core/exchange/refi/read-qdpx.ts';
import { writeQdpx } from '#core/exchange/refi/write-qdpx.ts';
import { newHighlight, newProject } from '#tests/unit/core/exchange/sample-project.ts';
import { anyProject } from './any-project.ts';
import { fixture, schemaProblem } from './schema.ts';

function read(bytes: Uint8Array) {
  const answer = readQdpx(bytes);
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer;
}

type Expected = {
  readonly texts: Readonly<Record<string, string>>;
  readonly selections: readonly {
    readonly guid: string;
    readonly doc: string;
    readonly quote: string;
    readonly utf16: readonly [number, number];
    readonly codes: readonly string[];
    readonly note: string | null;
  }[];
};

const expected = JSON.parse(strFromU8(fixture('exchange/golden/golden.expected.json'))) as Expected;

function pathOf(project: CodingProject, id: string | null): string {
  const tag = project.tags.find((one) => one.id === id);
  if (tag === undefined) return '';
  return tag.parentId === null ? tag.name : `${pathOf(project, tag.parentId)}/${tag.name}`;
}

describe('readQdpx with the golden files', () => {
  it.each([
    {
      file: 'golden.qdpx',
      counting: { unit: 'code-point', lineEnd: 'as-stored', byteOrderMark: 'passed-over' },
    },
    {
      file: 'dialect-atlas.qdpx',
      counting: { unit: 'code-point', lineEnd: 'as-one', byteOrderMark: 'passed-over' },
    },
    {
      file: 'dialect-qualcoder-bom.qdpx',
      counting: { unit: 'code-point', lineEnd: 'as-stored', byteOrderMark: 'passed-over' },
    },
  ])('finds every passage of $file at its place', ({ file, counting }) => {
    const answer = read(fixture(`exchange/golden/${file}`));
    const { project } = answer;
    expect(answer.counting).toMatchObject({ counting, ground: 'names', looked: 8, fitting: 8, unsure: [] });
    expect(project.articles.map(({ text }) => text)).toEqual(Object.values(expected.texts));
    const found = project.highlights.map((highlight) => ({
      guid: highlight.id,
      quote: highlight.exact,
      utf16: [highlight.start, highlight.end],
      codes: highlight.tagIds.map((id) => pathOf(project, id)),
      note: highlight.note === '' ? null : highlight.note,
    }));
    expect(found).toEqual(
      expected.selections.map(({ guid, quote, utf16, codes, note }) => ({ guid, quote, utf16, codes, note })),
    );
  });

  it('reads all that is said about them', () => {
    const { project, losses } = read(fixture('exchange/golden/golden.qdpx'));
    expect(project).toMatchObject({
      name: 'Sahel golden',
      origin: 'golden fixture 1.0',
      analysts: [{ id: 'a2bd7152-1df5-5a15-ac49-1c3701610b8d', name: 'Analyst A' }],
      untold: ['marks'],
    });
    expect(project.articles[0]).toMatchObject({
      id: '3e7ef65c-1588-50af-9f0f-1573c4901a9a',
      title: 'Convoi Ménaka.html',
      publisher: 'Agence fictive',
      publishedAt: '2026-03-03',
    });
    expect(project.groups).toMatchObject([
      { name: 'Tri-border week 10', description: 'Collection', tagIds: [project.tags[1]?.id] },
    ]);
    expect(project.memos.map(({ title, text, subject, links }) => ({ title, text, subject, links }))).toEqual(
      [
        {
          title: 'Memo on the count',
          text: 'Only one source gives eleven; see the second article.',
          subject: { kind: 'workspace' },
          links: [{ kind: 'highlight', id: 'c3d58ad1-e21b-5a64-9d44-756f6e9c13cf' }],
        },
        { title: 'Sahel golden', text: 'Synthetic fixture', subject: { kind: 'workspace' }, links: [] },
      ],
    );
    expect(Object.fromEntries(losses.map(({ code, count }) => [code, count]))).toEqual({
      'color-approximated': 6,
      'article-tag': 1,
      link: 1,
      'set-member': 3,
      case: 1,
    });
    expect(losses.find(({ code }) => code === 'link')?.examples).toEqual(['contradicts']);
    expect(losses.find(({ code }) => code === 'set-member')?.examples).toEqual(
      ['Convoi Ménaka.html', 'displacement update.txt', 'Memo on the count'].map(
        (name) => `Tri-border week 10: ${name}`,
      ),
    );
  });

  it('gives the same ids each time', () => {
    for (const file of ['golden/dialect-atlas.qdpx', 'sky-loom/sky-loom-TestProject.qdpx']) {
      const bytes = fixture(`exchange/${file}`);
      expect(read(bytes)).toEqual(read(bytes));
    }
  });

  it.each(['sky-loom-TestProject.qdpx', 'sky-loom-Project.qde'])(
    "reads the specification's example %s, whose texts are not there",
    (file) => {
      const { project, losses } = read(fixture(`exchange/sky-loom/${file}`));
      expect(project.name).toMatch(/ATLAS.ti/i);
      expect(project.articles.length).toBeGreaterThan(3);
      expect(project.articles.every(({ text }) => text === null)).toBe(true);
      expect(project.analysts.map(({ name }) => name)).toContain('ATLAS.ti');
      const granola = project.highlights.find(({ id }) => id === '27a5f0c2-e225-4d6a-8297-f4fec794d890');
      expect(granola).toMatchObject({
        exact: 'granola',
        start: null,
        counted: { start: 62, end: 69, unit: 'code-point' },
        tagIds: ['7988dac2-adbd-4258-a81e-71489189f5b5'],
      });
      // A name that is cut is no quote.
      expect(
        project.highlights.find(({ id }) => id === '95916796-d0a0-4b49-80b0-5a5c8b94ae13')?.exact,
      ).toBeNull();
      expect(project.memos.find(({ title }) => title === 'Research Plan')?.text).toBe(
        'day to day log about this amazing project\n\nThis is a great project by a dynamic team of researcher-developers. ',
      );
      expect(losses.map(({ code }) => code)).toEqual(
        expect.arrayContaining([
          'audio-source',
          'video-source',
          'picture-source',
          'graph',
          'memo-link',
          'set-without-tags',
        ]),
      );
      expect(losses.find(({ code }) => code === 'graph')?.examples).toEqual(['Netzwerk']);
    },
  );
});

describe('writeQdpx', () => {
  it('comes back exactly, and is valid', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { bytes, losses } = writeQdpx(project);
        expect(losses).toEqual([]);
        const answer = read(bytes);
        expect(answer.project).toEqual(project);
        expect(answer.losses).toEqual([]);
        const qde = unzipSync(bytes)['project.qde'] ?? new Uint8Array();
        expect(schemaProblem(qde, 'Project')).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('is read alike by an independent reader', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const found = independentQuotes(writeQdpx(project).bytes);
        const wanted = project.highlights.map(({ id, exact, tagIds }) => ({ id, quote: exact, tagIds }));
        expect(found).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it('makes the same bytes of the same project', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(writeQdpx(project).bytes).toEqual(writeQdpx(project).bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('writes the golden project so that it is read as before', () => {
    const first = read(fixture('exchange/golden/golden.qdpx')).project;
    const again = read(writeQdpx(first).bytes).project;
    expect(again).toEqual(first);
  });

  it('names every thing that does not go along', () => {
    const passage = newHighlight(1, { exact: 'gone', start: null, end: null });
    const project = newProject({
      articles: [{ ...plainArticle, text: null }],
      highlights: [
        passage,
        {
          ...passage,
          id: newHighlight(2).id,
          articleId: '00000000-0000-7000-8000-000000000000' as ProjectHighlight['articleId'],
        },
      ],
    });
    const { bytes, losses } = writeQdpx(project);
    expect(losses.map(({ code, count }) => [code, count])).toEqual([
      ['passage-without-place', 2],
      ['article-without-text', 1],
    ]);
    expect(schemaProblem(unzipSync(bytes)['project.qde'] ?? new Uint8Array(), 'Project')).toBeNull();
  });

  it('puts the note where programs look for it, and no place or person of ours', () => {
    const text = 'Convoi attaqué 🔥 hier';
    const highlight = newHighlight(1, {
      articleId: plainArticle.id,
      start: 18,
      end: 22,
      exact: 'hier',
      note: 'When?',
      grade: { reliability: 'B', credibility: 2 },
      marks: ['important'],
    });
    const files = unzipSync(
      writeQdpx(newProject({ articles: [{ ...plainArticle, text }], highlights: [highlight] })).bytes,
    );
    expect(Object.keys(files)).toEqual(['project.qde', `sources/${plainArticle.id}.txt`]);
    expect(strFromU8(files[`sources/${plainArticle.id}.txt`] ?? new Uint8Array())).toBe(text);
    const qde = strFromU8(files['project.qde'] ?? new Uint8Array());
    expect(qde).toContain('startPosition="17" endPosition="21"');
    expect(qde).toContain('<Description>When?\n\n[Grade] B2\n[Marks] important</Description>');
    expect(qde).toContain('<PlainTextContent>When?</PlainTextContent>');
    expect(qde).not.toMatch(/basePath|\/home|\\Users/);
  });
});

const plainArticle = {
  id: newHighlight(0).articleId,
  title: 'Plain',
  text: '' as string | null,
  source: '',
  textSha256: null,
  publisher: null,
  carrier: null,
  byline: null,
  publishedAt: null,
  language: null,
};

/** What stands at each selection, with another XML parser and by cutting the text into code points. */
function independentQuotes(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const document = XmlDocument.fromBuffer(files['project.qde'] ?? new Uint8Array());
  const spaces = { q: 'urn:QDA-XML:project:1.0' };
  const select = (at: XmlDocument | XmlElement, path: string) =>
    at.find(path, spaces).filter((node) => node instanceof XmlElement);
  const attribute = (at: XmlElement, name: string) => at.attr(name)?.value ?? '';
  const found = select(document, '//q:TextSource').flatMap((source) => {
    const path = attribute(source, 'plainTextPath').replace('internal://', 'sources/');
    const characters = Array.from(new TextDecoder().decode(files[path]));
    return select(source, 'q:PlainTextSelection').map((selection) => ({
      id: attribute(selection, 'guid'),
      quote: characters
        .slice(Number(attribute(selection, 'startPosition')), Number(attribute(selection, 'endPosition')))
        .join(''),
      tagIds: select(selection, 'q:Coding/q:CodeRef').map((ref) => attribute(ref, 'targetGUID')),
    }));
  });
  document.dispose();
  return found;
}
