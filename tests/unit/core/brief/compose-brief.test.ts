import { describe, expect, it } from 'vitest';
import { checkBrief } from '#core/brief/check-brief.ts';
import { citationNumbers } from '#core/brief/cited-highlights.ts';
import { composeBrief } from '#core/brief/compose-brief.ts';
import type { ComposedBrief } from '#core/brief/composed-brief.ts';
import { englishWords } from './english-words.ts';
import { makeCase } from './sample-case.ts';

const base = null;
const words = englishWords;

function kinds<Kind extends ComposedBrief['blocks'][number]['kind']>(brief: ComposedBrief, kind: Kind) {
  return brief.blocks.filter((block): block is Extract<typeof block, { kind: Kind }> => block.kind === kind);
}

describe('composing a brief', () => {
  it('numbers citations by first appearance and cites the same passage under the same number', () => {
    const material = makeCase();
    const composed = composeBrief({ ...material, base, words });

    const [paragraph] = kinds(composed, 'paragraph');
    const cited = paragraph?.lines.map((line) =>
      line.runs.flatMap((run) => (run.kind === 'citation' ? [run.number] : [])),
    );
    expect(cited).toEqual([[1], [2, 3], []]);
    expect(kinds(composed, 'quote')[0]?.citation).toEqual({ number: 2, occurrence: 2 });
    // The table holds both highlights, the one with a stated date first; the tag below counts with its parent.
    expect(kinds(composed, 'table')[0]?.rows.map((row) => row.citation)).toEqual([
      { number: 1, occurrence: 2 },
      { number: 2, occurrence: 3 },
    ]);
    expect(composed.notes.map((note) => [note.number, note.occurrences])).toEqual([
      [1, 2],
      [2, 3],
      [3, 1],
    ]);
    expect([...citationNumbers(material).values()]).toEqual([1, 2, 3]);
  });

  it('keeps a citation of a deleted highlight and says that its passage is missing', () => {
    const material = makeCase();
    const composed = composeBrief({ ...material, base, words });

    const note = composed.notes[2];
    expect(note).toMatchObject({ highlightId: material.gone, missing: true, passage: words.missingPassage });
    expect(note?.facts).toEqual([{ label: 'Highlight', value: material.gone }]);
  });

  it('shows what proves a passage, and what is not stated as not stated', () => {
    const material = makeCase();
    const composed = composeBrief({ ...material, base, words });
    const [first, second] = material.articles;

    expect(composed.notes[0]?.facts).toEqual([
      { label: 'Source', value: 'publisher not stated' },
      { label: 'Date', value: '2024-09-22 10:23:35 [2024-09-22T10:23]' },
      {
        label: 'Position',
        value: `characters ${material.highlights[0]?.anchor.start}–${material.highlights[0]?.anchor.end} of ${first?.textLength}`,
      },
      { label: 'Grade', value: 'B2: usually reliable; probably true' },
      { label: 'File', value: '001_a9e9740a1a7fd727.txt' },
      { label: 'SHA-256 of the text', value: first?.textSha256 },
      { label: 'SHA-256 of the original', value: first?.originalSha256 },
    ]);
    expect(composed.notes[1]).toMatchObject({ passage: '84 Wagner mercenaries', ungraded: true });
    expect(composed.notes[1]?.title).toBe(`${second?.title.value} (derived)`);
    expect(composed.notes[1]?.facts.slice(0, 3)).toEqual([
      { label: 'Source', value: 'The world via Entertainment News' },
      { label: 'Byline', value: 'Anthony Robbins' },
      { label: 'Date', value: 'no date stated' },
    ]);
    expect(kinds(composed, 'quote')[0]?.source).toBe('The world via Entertainment News, no date stated');
  });

  it('keeps the passage when its article is gone', () => {
    const material = makeCase();
    const composed = composeBrief({ ...material, articles: [], base, words });

    expect(composed.notes[0]).toMatchObject({
      passage: 'at least 70 dead',
      missing: false,
      title: words.missingArticle,
    });
  });

  it('lists a place that is not located and does not draw it', () => {
    const composed = composeBrief({ ...makeCase(), base, words });
    const [map] = kinds(composed, 'map');

    expect(map?.places.map((place) => [place.name, place.precision, place.position])).toEqual([
      ['Bamako', 'exact', '12.6500, -8.0000'],
      ['Kidal', 'near', '18.4400, 1.4100'],
      ['Tin Zaouatine', 'not located', ''],
    ]);
    const drawn = map?.figure?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(drawn).toContain('Kidal');
    expect(drawn).not.toContain('Tin Zaouatine');
  });

  it('shows only the places of the articles it cites', () => {
    const material = makeCase();
    const blocks = material.blocks.filter(({ content }) => content.kind === 'map');
    const quote = { ...material.blocks[2], order: 0 } as (typeof blocks)[number];

    const whole = composeBrief({ ...material, blocks, base, words });
    const cited = composeBrief({ ...material, blocks: [quote, ...blocks], base, words });

    expect(kinds(whole, 'map')[0]?.places).toHaveLength(3);
    expect(kinds(cited, 'map')[0]?.places.map((place) => place.name)).toEqual(['Kidal', 'Tin Zaouatine']);
  });

  it('counts what a careful reader would ask about', () => {
    expect(checkBrief(composeBrief({ ...makeCase(), base, words }))).toEqual({
      uncitedParagraphs: 1,
      ungradedPassages: 1,
      missingPassages: 1,
    });
  });
});
