import { describe, expect, it } from 'vitest';
import { readQdpx } from '#core/exchange/refi/read-qdpx.ts';
import { guid, projectXml, zipOf } from './make-qdpx.ts';

function read(bytes: Uint8Array) {
  const answer = readQdpx(bytes);
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer;
}

function readXml(content: string, attributes?: string) {
  return read(zipOf({ 'project.qde': projectXml(content, attributes) }));
}

const text = '<PlainTextContent>Un convoi de vivres</PlainTextContent>';
const convoy = `guid="${guid(20)}" name="convoi" startPosition="3" endPosition="9"`;
const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Attack" isCodable="true"/><Code guid="${guid(2)}" name="Place" isCodable="true"/></Codes></CodeBook>`;

function source(inside: string): string {
  return `<Sources><TextSource guid="${guid(10)}" name="T">${text}${inside}</TextSource></Sources>`;
}

describe('readQdpx with what other programs write', () => {
  it.each([
    { what: 'a capital folder', name: 'Sources/a.txt', path: 'internal://a.txt' },
    { what: 'names in other case', name: 'sources/A1.TXT', path: 'internal://a1.txt' },
    { what: 'a path without its scheme (qc)', name: 'sources/a.txt', path: 'a.txt' },
    { what: 'a path with a third slash', name: 'sources/a.txt', path: 'internal:///a.txt' },
    { what: 'a text beside the project', name: 'a.txt', path: 'internal://a.txt' },
    { what: 'backslashes in the zip', name: 'sources\\a.txt', path: 'internal://a.txt' },
    { what: 'letters beyond ASCII', name: 'sources/été.txt', path: 'internal://été.txt' },
    { what: 'an escaped path', name: 'sources/a b.txt', path: 'internal://a%20b.txt' },
  ])('finds a text under $what', ({ name, path }) => {
    const xml = projectXml(
      `<Sources><TextSource guid="${guid(1)}" name="T" plainTextPath="${path}"/></Sources>`,
    );
    const { project, losses } = read(zipOf({ 'project.qde': xml, 'sources/.root': '', [name]: 'Bonjour' }));
    expect(project.articles[0]?.text).toBe('Bonjour');
    expect(losses).toEqual([]);
  });

  it.each([
    { what: 'a project named otherwise (ATLAS.ti)', names: ['Trial.qde'] },
    { what: 'a capital name', names: ['Project.QDE'] },
    { what: 'a folder zipped whole', names: ['My project/project.qde', '__MACOSX/My project/._project.qde'] },
    { what: 'a second one beside project.qde', names: ['old.qde', 'project.qde'] },
  ])('finds $what', ({ names }) => {
    const entries = names.map((name) => [name, projectXml('', `name="${name}"`)]);
    expect(read(zipOf(Object.fromEntries(entries))).project.name).toMatch(/trial|project/i);
  });

  it('reads UTF-16 texts and a project with a byte order mark', () => {
    const xml = `\ufeff${projectXml(`<Sources><TextSource guid="${guid(1)}" plainTextPath="internal://a.txt"/></Sources>`)}`;
    const wide = new Uint8Array(Buffer.from('\ufeffMénaka 🔥\r\nمالي', 'utf16le'));
    expect(read(zipOf({ 'project.qde': xml, 'sources/a.txt': wide })).project.articles[0]?.text).toBe(
      'Ménaka 🔥\nمالي',
    );
  });

  it('says when a text is not in the encoding it has to be in', () => {
    const xml = projectXml(
      `<Sources><TextSource guid="${guid(1)}" name="Old" plainTextPath="internal://a.txt"/></Sources>`,
    );
    const latin = new Uint8Array(Buffer.from('Ménaka', 'latin1'));
    const { losses } = read(zipOf({ 'project.qde': xml, 'sources/a.txt': latin }));
    expect(losses).toEqual([{ code: 'text-encoding', count: 1, examples: ['Old'] }]);
  });

  it('takes GUIDs in braces, in capitals and of no valid form for what they stand for', () => {
    const { project } = readXml(
      `<CodeBook><Codes><Code guid="{ABCDEF00-0000-4000-8000-00000000000A}" name="Attack" isCodable="true"/><Code guid="c002" name="Place" isCodable="true"/></Codes></CodeBook>${source(
        `<PlainTextSelection ${convoy}><Coding guid="x"><CodeRef targetGUID="abcdef00-0000-4000-8000-00000000000a"/></Coding><Coding guid="y"><CodeRef targetGUID="c002"/></Coding></PlainTextSelection>`,
      )}`,
    );
    expect(project.highlights[0]?.tagIds).toEqual(project.tags.map(({ id }) => id));
  });

  it('takes a selection with nothing but a description for a note (MAXQDA, ATLAS.ti)', () => {
    const { project, losses } = readXml(
      source(`<PlainTextSelection ${convoy}><Description>Who says so?</Description></PlainTextSelection>`),
    );
    expect(project.highlights).toMatchObject([{ note: 'Who says so?', tagIds: [], grade: null, marks: [] }]);
    expect(losses).toEqual([]);
  });

  it("takes NVivo's linked notes for notes in the margin", () => {
    const { project, losses } = read(
      zipOf({
        'project.qde': projectXml(
          `${source(`<PlainTextSelection ${convoy}/>`)}<Notes><Note guid="${guid(30)}" name="" plainTextPath="internal://n.txt"/></Notes><Links><Link guid="${guid(40)}" direction="OneWay" originGUID="${guid(30)}" targetGUID="${guid(20)}"/></Links>`,
        ),
        'sources/n.txt': '\ufeffA question\r\nto ask',
      }),
    );
    expect(project.highlights[0]?.note).toBe('A question\nto ask');
    expect(project.memos).toEqual([]);
    expect(losses).toEqual([]);
  });

  it("takes QualCoder's notes that hold a selection of the text for notes in the margin", () => {
    const { project, losses } = readXml(
      `${source(`<NoteRef targetGUID="${guid(30)}"/>`)}<Notes><Note guid="${guid(30)}" creatingUser="${guid(7)}"><PlainTextContent>Hm</PlainTextContent><PlainTextSelection ${convoy}/></Note></Notes>`,
      'name="Q" origin="Qualcoder-3.6"',
    );
    expect(project.highlights).toMatchObject([
      { exact: 'convoi', note: 'Hm', analystId: guid(7), tagIds: [] },
    ]);
    expect(project.analysts).toEqual([{ id: guid(7), name: '' }]);
    expect(project.memos).toEqual([]);
    expect(losses).toEqual([]);
  });

  it('gives each analyst their own highlight of what several tagged', () => {
    const coding = (number: number, tag: number, user: number) =>
      `<Coding guid="${guid(number)}" creatingUser="${guid(user)}"><CodeRef targetGUID="${guid(tag)}"/></Coding>`;
    const xml = `<Users><User guid="${guid(7)}" name="A"/><User guid="${guid(8)}" name="B"/></Users>${codes}${source(
      `<PlainTextSelection ${convoy} creatingUser="${guid(7)}"><Description>Note</Description>${coding(50, 1, 7)}${coding(51, 1, 8)}${coding(52, 2, 8)}</PlainTextSelection>`,
    )}`;
    const { project } = readXml(xml);
    expect(
      project.highlights.map(({ analystId, tagIds, note, start }) => [analystId, tagIds, note, start]),
    ).toEqual([
      [guid(7), [guid(1)], 'Note', 3],
      [guid(8), [guid(1), guid(2)], '', 3],
    ]);
    expect(project.highlights[0]?.id).toBe(guid(20));
    expect(readXml(xml).project.highlights).toEqual(project.highlights);
  });

  it('puts memos on what refers to them and links them to the rest', () => {
    const note = (number: number, name: string) =>
      `<Note guid="${guid(number)}" name="${name}" modifiedDateTime="2024-05-01T10:00:00Z"><PlainTextContent>${name}</PlainTextContent></Note>`;
    const ref = (number: number) => `<NoteRef targetGUID="${guid(number)}"/>`;
    const { project } = readXml(
      `<CodeBook><Codes><Code guid="${guid(1)}" name="Attack" isCodable="true">${ref(31)}</Code></Codes></CodeBook>${source(
        `<PlainTextSelection ${convoy}>${ref(31)}${ref(32)}</PlainTextSelection>${ref(33)}`,
      )}<Notes>${note(31, 'on a tag')}${note(32, 'on a passage')}${note(33, 'on a text')}${note(34, 'free')}${note(35, 'project')}</Notes><Links><Link guid="${guid(60)}" name="explains" originGUID="${guid(34)}" targetGUID="${guid(1)}"/></Links>${ref(35)}`,
    );
    expect(project.memos.map(({ title, subject, links }) => [title, subject, links])).toEqual([
      ['on a tag', { kind: 'tag', id: guid(1) }, [{ kind: 'highlight', id: guid(20) }]],
      ['on a passage', { kind: 'highlight', id: guid(20) }, []],
      ['on a text', { kind: 'article', id: guid(10) }, []],
      ['free', { kind: 'free' }, [{ kind: 'tag', id: guid(1) }]],
      ['project', { kind: 'workspace' }, []],
    ]);
    expect(project.memos[0]).toMatchObject({
      createdAt: '2024-05-01T10:00:00.000Z',
      updatedAt: '2024-05-01T10:00:00.000Z',
    });
  });

  it('reads headers under the names that people give them, also from the nameless cases of MAXQDA', () => {
    const variable = (number: number, name: string) =>
      `<Variable guid="${guid(number)}" name="${name}" typeOfVariable="Text"/>`;
    const value = (number: number, kind: string, told: string) =>
      `<VariableValue><VariableRef targetGUID="${guid(number)}"/><${kind}>${told}</${kind}></VariableValue>`;
    const { project, losses } = readXml(
      `<Variables>${variable(1, 'Auteur')}${variable(2, 'DATE')}${variable(3, 'URL')}${variable(4, 'Gender')}</Variables><Cases><Case guid="${guid(70)}">${value(3, 'TextValue', 'https://example.org/a')}<SourceRef targetGUID="${guid(10)}"/></Case><Case guid="${guid(71)}" name="Anna"/></Cases>${source(
        `${value(1, 'TextValue', 'A. Diallo')}${value(2, 'DateTimeValue', '2024-05-01T00:00:00')}${value(4, 'TextValue', 'female')}`,
      )}`,
    );
    expect(project.articles[0]).toMatchObject({
      byline: 'A. Diallo',
      publishedAt: '2024-05-01',
      source: 'https://example.org/a',
    });
    expect(losses.map(({ code, examples }) => [code, examples])).toEqual([
      ['case', ['Anna']],
      ['variable', ['Gender: female (T)']],
    ]);
  });

  it('says which passages have no length or lie outside of their text', () => {
    const selection = (number: number, from: string, to: string, name = '') =>
      `<PlainTextSelection guid="${guid(number)}" name="${name}" startPosition="${from}" endPosition="${to}"/>`;
    const { project, losses } = readXml(
      source(
        [
          selection(1, '3', '3', 'here'),
          selection(2, '4', '400', 'far'),
          selection(3, '-5', '2', 'before'),
          selection(4, '9'.repeat(400), '2', 'huge'),
          selection(5, '1e3', 'x', 'odd'),
          selection(6, '100', '106', 'convoi'),
        ].join(''),
      ),
    );
    expect(Object.fromEntries(losses.map(({ code, examples }) => [code, examples]))).toEqual({
      'passage-empty': ['here'],
      'passage-outside': ['far', 'before', 'huge', 'odd'],
    });
    // As long as its name, which then is all of its words: for the planner to find.
    expect(project.highlights.map(({ exact, start }) => [exact, start])).toEqual([['convoi', null]]);
  });

  it('counts what it can’t carry, by name', () => {
    const { losses } = readXml(
      `${codes}<Sources><PictureSource guid="${guid(80)}" name="map.png"><NoteRef targetGUID="${guid(30)}"/></PictureSource><AudioSource guid="${guid(81)}" name="call.mp3"/><VideoSource guid="${guid(82)}" name="film.mp4"/><TextSource guid="${guid(10)}" name="T">${text}<PlainTextSelection ${convoy}><Coding guid="${guid(83)}"><CodeRef targetGUID="${guid(84)}"/></Coding></PlainTextSelection><Coding guid="${guid(85)}"><CodeRef targetGUID="${guid(1)}"/></Coding></TextSource></Sources><Notes><Note guid="${guid(30)}" name="N"/></Notes><Graphs><Graph guid="${guid(86)}" name="Net"/></Graphs>`,
    );
    expect(losses.map(({ code, count, examples }) => [code, count, examples])).toEqual([
      ['picture-source', 1, ['map.png']],
      ['audio-source', 1, ['call.mp3']],
      ['video-source', 1, ['film.mp4']],
      ['article-tag', 1, ['Attack → T']],
      ['tag-not-there', 1, ['convoi']],
      ['graph', 1, ['Net']],
      ['memo-without-subject', 1, ['map.png']],
    ]);
  });

  it('reads the text and the passages of PDF files', () => {
    const { project, losses } = readXml(
      `${codes}<Sources><PDFSource guid="${guid(10)}" name="report.pdf"><PDFSelection ${convoy} page="0" firstX="1" firstY="1" secondX="2" secondY="2"><Coding guid="${guid(50)}"><CodeRef targetGUID="${guid(2)}"/></Coding></PDFSelection><PDFSelection guid="${guid(21)}" name="area" page="0" firstX="1" firstY="1" secondX="2" secondY="2"/><PDFSelection guid="${guid(22)}" page="0" firstX="1" firstY="1" secondX="2" secondY="2"><Representation guid="${guid(90)}"><PlainTextContent>vivres</PlainTextContent></Representation></PDFSelection><Representation guid="${guid(91)}">${text}<PlainTextSelection ${convoy}><Coding guid="${guid(51)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection></Representation></PDFSource></Sources>`,
    );
    expect(project.articles).toMatchObject([{ title: 'report.pdf', text: 'Un convoi de vivres' }]);
    expect(project.highlights.map(({ exact, start, tagIds }) => [exact, start, tagIds])).toEqual([
      ['convoi', 3, [guid(1), guid(2)]],
      ['vivres', null, []],
    ]);
    expect(losses).toEqual([{ code: 'pdf-area', count: 1, examples: ['report.pdf: area'] }]);
  });
});
