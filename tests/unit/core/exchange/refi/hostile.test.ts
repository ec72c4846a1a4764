import fc from 'fast-check';
import { deflateSync, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readQdc } from '#core/exchange/refi/read-qdc.ts';
import { readQdpx } from '#core/exchange/refi/read-qdpx.ts';
import { guid, projectXml, zipOf } from './make-qdpx.ts';
import { fixture } from './schema.ts';

const golden = fixture('exchange/golden/golden.qdpx');
const goldenXml = unzipSync(golden)['project.qde'] ?? new Uint8Array();

/** A zip file of one stored or deflated entry that says it holds `declared` bytes. */
function lyingZip(name: string, packed: Uint8Array, declared: number): Uint8Array {
  const nameBytes = strToU8(name);
  const local = header(0x04034b50, 30, nameBytes, packed, declared);
  const central = header(0x02014b50, 46, nameBytes, packed, declared);
  const bytes = new Uint8Array(local.length + packed.length + central.length + 22);
  bytes.set(local);
  bytes.set(packed, local.length);
  bytes.set(central, local.length + packed.length);
  const end = new DataView(bytes.buffer, bytes.length - 22);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, central.length, true);
  end.setUint32(16, local.length + packed.length, true);
  return bytes;
}

function header(signature: number, length: number, name: Uint8Array, packed: Uint8Array, declared: number) {
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  const shift = length === 46 ? 2 : 0;
  view.setUint32(0, signature, true);
  view.setUint16(8 + shift, 8, true);
  view.setUint32(18 + shift, packed.length, true);
  view.setUint32(22 + shift, declared, true);
  view.setUint16(26 + shift, name.length, true);
  bytes.set(name, length);
  return bytes;
}

describe('readQdpx with hostile files', () => {
  it.each([
    { what: 'nothing', bytes: new Uint8Array(), code: 'not-a-zip' },
    {
      what: 'noise',
      bytes: Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
      code: 'not-a-zip',
    },
    { what: 'half a file', bytes: golden.subarray(0, golden.length / 2), code: 'not-a-zip' },
    { what: 'no project in it', bytes: zipOf({ 'a.txt': 'x' }), code: 'no-project-file' },
    {
      what: 'two projects',
      bytes: zipOf({ 'a.qde': projectXml(''), 'b.qde': projectXml('') }),
      code: 'several-project-files',
    },
    {
      what: 'a name that climbs out',
      bytes: zipOf({ '../project.qde': projectXml('') }),
      code: 'unsafe-name',
    },
    {
      what: 'a name that climbs out with backslashes',
      bytes: zipOf({ '..\\project.qde': projectXml('') }),
      code: 'unsafe-name',
    },
    { what: 'no XML', bytes: zipOf({ 'project.qde': 'hello' }), code: 'not-xml' },
    { what: 'an empty project file', bytes: zipOf({ 'project.qde': '' }), code: 'not-xml' },
    { what: 'a codebook instead', bytes: zipOf({ 'project.qde': '<CodeBook/>' }), code: 'wrong-root' },
    {
      what: 'a billion laughs',
      bytes: zipOf({
        'project.qde': `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`).join('')}]><Project name="&a19;"/>`,
      }),
      code: 'xml-doctype',
    },
    {
      what: 'a file of the machine',
      bytes: zipOf({
        'project.qde': '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project name="&x;"/>',
      }),
      code: 'xml-doctype',
    },
    {
      what: 'codes without end',
      bytes: zipOf({
        'project.qde': projectXml(
          `<CodeBook><Codes>${'<Code name="a">'.repeat(20_000)}${'</Code>'.repeat(20_000)}</Codes></CodeBook>`,
        ),
      }),
      code: 'xml-too-deep',
    },
    {
      what: 'more brackets than memory',
      bytes: zipOf({ 'project.qde': projectXml('<a/>'.repeat(6_000_001)) }),
      code: 'xml-too-large',
    },
    {
      what: 'a project that claims no size a zip can hold',
      bytes: lyingZip('project.qde', deflateSync(strToU8('x')), 0xffffffff),
      code: 'too-large',
    },
    {
      what: 'a project that packs beyond belief',
      bytes: lyingZip('project.qde', deflateSync(strToU8('x')), 200_000_000),
      code: 'suspicious-ratio',
    },
    {
      what: 'a project that holds more than it says',
      bytes: lyingZip('project.qde', deflateSync(strToU8(projectXml(''))), 20),
      code: 'damaged-entry',
    },
  ])('refuses $what as $code', ({ bytes, code }) => {
    const begun = performance.now();
    expect(readQdpx(bytes)).toMatchObject({ ok: false, code });
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('never expands what it does not know', () => {
    const answer = readQdpx(
      zipOf({
        'project.qde': projectXml('<Description>&amp;lt; &#0; &#xD800; &#1114112; &unknown;</Description>'),
      }),
    );
    expect(answer.ok && answer.project.memos[0]?.text).toBe('&lt; \ufffd \ufffd \ufffd &unknown;');
  });

  it('leaves out a text that is damaged or too large, and says so', () => {
    const source = (number: number, path: string) =>
      `<TextSource guid="${guid(number)}" name="T${number}" plainTextPath="internal://${path}"/>`;
    const xml = projectXml(`<Sources>${source(1, 'a.txt')}${source(2, 'b.txt')}</Sources>`);
    const bytes = zipOf({
      'project.qde': xml,
      'sources/a.txt': new Uint8Array(65 * 1024 ** 2).fill(97),
      'sources/b.txt': 'Bonjour '.repeat(50),
    });
    const at =
      bytes.findIndex((_, index) => strToU8('sources/b.txt').every((byte, n) => bytes[index + n] === byte)) +
      13;
    bytes.set([0xff, 0xff, 0xff], at);
    const answer = readQdpx(bytes);
    expect(answer.ok && answer.project.articles.map(({ text }) => text)).toEqual([null, null]);
    expect(answer.ok && answer.losses.map(({ code, examples }) => [code, examples])).toEqual([
      ['text-too-large', ['T1']],
      ['text-damaged', ['T2']],
    ]);
  });

  it('answers whatever bytes it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([true, false]).toContain(readQdpx(bytes).ok);
        expect([true, false]).toContain(readQdc(bytes).ok);
      }),
    );
  });

  it('answers whatever is done to a good file', () => {
    const spoil = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(spoil, fc.boolean(), (places, inXml) => {
        const bytes = (inXml ? goldenXml : golden).slice();
        for (const [at, byte] of places) bytes[at % bytes.length] = byte;
        expect([true, false]).toContain(readQdpx(inXml ? zipOf({ 'project.qde': bytes }) : bytes).ok);
      }),
      { numRuns: 400 },
    );
  });

  it('answers whatever elements stand where', () => {
    const names = [
      'Codes',
      'Code',
      'CodeBook',
      'Sources',
      'TextSource',
      'PDFSource',
      'PDFSelection',
      'PlainTextSelection',
      'Coding',
      'CodeRef',
      'NoteRef',
      'Notes',
      'Note',
      'Links',
      'Link',
      'Sets',
      'Set',
      'MemberCode',
      'Cases',
      'Case',
      'SourceRef',
      'VariableValue',
      'VariableRef',
      'TextValue',
      'Description',
      'PlainTextContent',
      'Representation',
      'Users',
      'User',
      'Variables',
      'Variable',
    ];
    const attributes = fc
      .dictionary(
        fc.constantFrom(
          'guid',
          'name',
          'targetGUID',
          'originGUID',
          'startPosition',
          'endPosition',
          'creatingUser',
          'color',
          'plainTextPath',
          'direction',
          'isCodable',
        ),
        fc.constantFrom('', guid(1), guid(2), '3', '0', '-1', 'x', 'Bidirectional', 'internal://a.txt'),
        { maxKeys: 4 },
      )
      .map((all) =>
        Object.entries(all)
          .map(([key, value]) => ` ${key}="${value}"`)
          .join(''),
      );
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .tuple(
          fc.constantFrom(...names),
          attributes,
          fc.oneof(
            { maxDepth: 5 },
            fc.constant('abc'),
            fc.array(tie('element'), { maxLength: 5 }).map((all) => all.join('')),
          ),
        )
        .map(([name, told, inside]) => `<${name}${told}>${inside}</${name}>`),
    }));
    fc.assert(
      fc.property(fc.array(element, { maxLength: 8 }), (elements) => {
        const answer = readQdpx(
          zipOf({ 'project.qde': projectXml(elements.join('')), 'sources/a.txt': 'Un convoi' }),
        );
        expect(answer.ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
