import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TagColor, tagColors } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { ProjectTag } from '#core/exchange/coding-project.ts';
import { matchColor } from '#core/exchange/refi/match-color.ts';
import { readQdc } from '#core/exchange/refi/read-qdc.ts';
import { writeQdc } from '#core/exchange/refi/write-qdc.ts';
import { type Id, idFrom, taguetteTagId } from '#core/ids.ts';
import { newProject } from '#tests/unit/core/exchange/sample-project.ts';
import { anyCodebook } from './any-project.ts';
import { fixture, schemaProblem } from './schema.ts';

function read(bytes: Uint8Array) {
  const answer = readQdc(bytes);
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer;
}

function xml(codes: string): Uint8Array {
  return new TextEncoder().encode(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0">${codes}</CodeBook>`);
}

function byName(tags: readonly ProjectTag[], name: string): ProjectTag {
  const tag = tags.find((one) => one.name === name);
  if (tag === undefined) throw new Error(`no ${name}`);
  return tag;
}

describe('readQdc', () => {
  it('reads the golden codebook', () => {
    const { project, losses } = read(fixture('exchange/golden/golden.qdc'));
    expect(project.tags.map(({ name }) => name)).toEqual([
      'Events',
      'Attack',
      'Convoy ambush',
      'Displacement',
      'Place',
      'Casualties',
      'Claim: unverified',
    ]);
    const events = byName(project.tags, 'Events');
    const attack = byName(project.tags, 'Attack');
    expect(events).toMatchObject({ isFolder: true, parentId: null, color: null });
    expect(attack).toMatchObject({
      id: '2377a93e-2c6c-50da-b349-e08a02133613',
      parentId: events.id,
      description: 'Armed attack',
      color: 'red',
      isFolder: false,
    });
    expect(project.groups).toEqual([
      {
        id: 'f4f24f4f-5c03-5168-b712-8d9720a170d2',
        name: 'Tri-border',
        description: '',
        tagIds: [attack.id],
      },
    ]);
    expect(losses).toEqual([expect.objectContaining({ code: 'color-approximated', count: 6 })]);
  });

  it('reads a codebook that breaks the rules, and says what it made of it', () => {
    const { project, losses } = read(fixture('exchange/golden/dialect-bad-codebook.qdc'));
    const [first, braced, dotted, repeated] = project.tags;
    expect(first).toMatchObject({ id: idFrom('c001'), description: 'padded text' });
    expect(braced).toMatchObject({
      id: '5215cc69-b628-4e02-afb9-9bEEaee55808'.toLowerCase(),
      parentId: first?.id,
      isFolder: false,
    });
    expect(dotted).toMatchObject({
      id: '0d62985d-b147-5d01-a9b5-cae5dcd98342',
      name: 'attack.convoy',
      color: null,
    });
    expect(repeated?.name).toBe('Same GUID, other case');
    expect(new Set(project.tags.map(({ id }) => id)).size).toBe(4);
    expect(project.groups).toEqual([]);
    expect(losses.map(({ code, examples }) => [code, examples])).toEqual(
      [
        [
          'color-approximated',
          [
            expect.stringContaining('#e57373'),
            expect.stringContaining('rgb(10,20,30)'),
            expect.stringContaining('#11223344'),
          ],
        ],
        ['guid-repeated', ['Same GUID, other case']],
      ].sort((a, b) => (a[0] === losses[0]?.code ? -1 : b[0] === losses[0]?.code ? 1 : 0)),
    );
  });

  it("reads Taguette's codebook with the tree its names tell", () => {
    const { project } = read(fixture('exchange/taguette/codebook.qdc'));
    const attack = byName(project.tags, 'attack');
    expect(attack.id).toBe(taguetteTagId('attack'));
    expect(byName(project.tags, 'convoy')).toMatchObject({
      parentId: attack.id,
      id: taguetteTagId('attack.convoy'),
    });
    expect(byName(project.tags, 'claim.unverified').parentId).toBeNull();
  });

  it('gives the same ids each time', () => {
    const bytes = fixture('exchange/golden/dialect-bad-codebook.qdc');
    expect(read(bytes)).toEqual(read(bytes));
  });

  it.each([
    { what: 'nothing', bytes: new Uint8Array(), code: 'not-xml' },
    { what: 'a word', bytes: new TextEncoder().encode('hello'), code: 'not-xml' },
    {
      what: 'an open element',
      bytes: new TextEncoder().encode('<CodeBook><Codes></CodeBook>'),
      code: 'not-xml',
    },
    { what: 'two roots', bytes: new TextEncoder().encode('<CodeBook/><CodeBook/>'), code: 'not-xml' },
    { what: 'another root', bytes: new TextEncoder().encode('<Project name="x"/>'), code: 'wrong-root' },
    {
      what: 'entities',
      bytes: new TextEncoder().encode(
        '<?xml version="1.0"?><!-- a --><!DOCTYPE CodeBook [<!ENTITY a "b">]><CodeBook>&a;</CodeBook>',
      ),
      code: 'xml-doctype',
    },
    {
      what: 'an external entity',
      bytes: new TextEncoder().encode('<!DOCTYPE CodeBook SYSTEM "file:///etc/passwd"><CodeBook/>'),
      code: 'xml-doctype',
    },
    {
      what: 'an unknown encoding',
      bytes: new TextEncoder().encode('<?xml version="1.0" encoding="ebcdic"?><CodeBook/>'),
      code: 'xml-encoding',
    },
    {
      what: 'a reserved name',
      bytes: new TextEncoder().encode('<CodeBook><constructor/></CodeBook>'),
      code: 'not-xml',
    },
    {
      what: 'endless depth',
      bytes: xml(`<Codes>${'<Code name="a">'.repeat(5000)}${'</Code>'.repeat(5000)}</Codes>`),
      code: 'xml-too-deep',
    },
  ])('refuses $what as $code', ({ bytes, code }) => {
    expect(readQdc(bytes)).toMatchObject({ ok: false, code });
  });

  it('reads UTF-16 and a byte order mark', () => {
    const text = '<CodeBook><Codes><Code name="Ménaka 🔥"/></Codes></CodeBook>';
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const marked = new TextEncoder().encode(`\ufeff${text}`);
    for (const bytes of [wide, marked]) expect(read(bytes).project.tags[0]?.name).toBe('Ménaka 🔥');
  });
});

describe('writeQdc', () => {
  it('comes back exactly, and is valid', () => {
    fc.assert(
      fc.property(anyCodebook, ({ tags, groups }) => {
        fc.pre(tags.length > 0);
        const { bytes, losses } = writeQdc(newProject({ tags, groups }));
        expect(losses).toEqual([]);
        expect(schemaProblem(bytes, 'Codebook')).toBeNull();
        const answer = read(bytes);
        expect(answer.project.tags).toEqual(tags);
        expect(answer.project.groups).toEqual(groups);
        expect(answer.losses).toEqual([]);
      }),
    );
  });

  it('says what a codebook has no place for', () => {
    const { bytes, losses } = writeQdc(
      newProject({
        tags: [
          tag('a', { parentId: id('gone'), name: 'bell \u0007' }),
          tag('b', { parentId: id('c') }),
          tag('c', { parentId: id('b') }),
        ],
        groups: [{ id: id('g'), name: 'g', description: '', tagIds: [id('gone'), id('c')] } as TagGroup],
        memos: [
          {
            id: id('m'),
            title: 'On a tag',
            text: '',
            subject: { kind: 'tag', id: id('a') },
            links: [],
            createdAt: '',
            updatedAt: '',
          },
        ],
      }),
    );
    expect(schemaProblem(bytes, 'Codebook')).toBeNull();
    expect(losses.map(({ code, count }) => [code, count])).toEqual([
      ['tag-without-parent', 2],
      ['characters-replaced', 1],
      ['tag-memo', 1],
    ]);
    expect(read(bytes).project.tags).toHaveLength(3);
  });

  it('names no place and no person of its own accord', () => {
    const { bytes } = writeQdc(newProject({ tags: [tag('a')] }));
    expect(new TextDecoder().decode(bytes)).not.toMatch(/basePath|user|path/i);
  });
});

describe('matchColor', () => {
  it('knows our own colours', () => {
    const { bytes } = writeQdc(newProject({ tags: tagColors.map((color) => tag(color, { color })) }));
    expect(read(bytes).project.tags.map(({ color }) => color)).toEqual([...tagColors]);
    expect(read(bytes).losses).toEqual([]);
  });

  it.each<[string, TagColor | null]>([
    ['#f00', 'red'],
    ['#00F', 'blue'],
    ['#00ff00', 'green'],
    ['#ffff0080', 'yellow'],
    ['808080', 'grey'],
    ['rgb(255, 128, 0)', 'orange'],
    ['rgba(0,128,128,0.5)', 'teal'],
    ['rgb(300,0,0)', null],
    ['chartreuse', null],
    ['#12345', null],
  ])('takes %s for %s', (text, color) => {
    expect(matchColor(text)?.color ?? null).toBe(color);
  });
});

function id<Kind extends string>(name: string): Id<Kind> {
  return idFrom(name);
}

function tag(name: string, told: Partial<ProjectTag> = {}): ProjectTag {
  return { id: id(name), parentId: null, name, description: '', color: null, isFolder: false, ...told };
}
