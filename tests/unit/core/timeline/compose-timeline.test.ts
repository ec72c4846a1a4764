import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { composeSheet } from '#core/timeline/compose-sheet.ts';
import { composeTimeline } from '#core/timeline/compose-timeline.ts';
import { dayNumber } from '#core/timeline/day-number.ts';
import { groupInLanes } from '#core/timeline/lanes.ts';
import { layOutLanes, metricsAt } from '#core/timeline/lay-out-lanes.ts';
import type { Ink, Shape } from '#core/timeline/shape.ts';
import { shapesToSvg } from '#core/timeline/shapes-to-svg.ts';
import type { ChosenDays } from '#core/timeline/timeline-mark.ts';
import { frameAt, roomOf, type TimelinePicture } from '#core/timeline/timeline-picture.ts';
import { timelineColumns, timelineRows } from '#core/timeline/timeline-rows.ts';
import { viewOf, xOf } from '#core/timeline/timeline-view.ts';
import { days, item, marksOf } from './items.ts';

const words: TimelinePicture['words'] = {
  axis: ({ first }) => String(first),
  lag: ({ least, most }) => (least === most ? `${least} d` : `${least}–${most} d`),
  count: String,
  measure: (text, size) => text.length * size * 0.5,
};
const death = item('e', {
  title: 'Death of the caliph',
  when: days('2022-10-15'),
  published: days('2022-11-30'),
});

describe('composeTimeline', () => {
  it('draws an event at its day, with a line to its publication and how long that took', () => {
    const picture = pictureOf([death]);
    const shapes = composeTimeline(picture);

    expect(texts(shapes)).toContain('Death of the caliph');
    expect(texts(shapes)).toContain('46 d');
    const at = (day: string) => picture.frame.names + xOf(picture.view, (dayNumber(day) ?? 0) + 0.5);
    const line = shapes.find(
      (shape) => shape.kind === 'line' && shape.ink === 'soft' && shape.y1 === shape.y2,
    );
    expect(line).toMatchObject({ isDashed: false });
    expect(line?.kind === 'line' && line.x1).toBeCloseTo(at('2022-10-15'), 3);
    expect(line?.kind === 'line' && line.x2).toBeCloseTo(at('2022-11-30'), 3);
    expect(shapes.filter(({ kind }) => kind === 'polygon')).toHaveLength(1);
  });

  it('leaves the lines out when they are not wanted', () => {
    expect(texts(composeTimeline(pictureOf([death], { hasLag: false })))).not.toContain('46 d');
  });

  it('draws an inferred day hollow, and lets open ends fade away', () => {
    const shapes = composeTimeline(
      pictureOf([
        item('a', { when: days('2022-04-01', null) }),
        item('b', { when: days('2022-08-15', '2022-08-15', 'inferred') }),
        item('c', { when: days('2022-09-15') }),
      ]),
    );
    const signs = shapes.flatMap((shape) => (shape.kind === 'polygon' ? [shape.inside] : []));
    expect(signs).toEqual([undefined, 'surface', undefined]);
    const [bar] = shapes
      .filter((shape) => shape.kind === 'rect')
      .filter(({ fadeRight }) => (fadeRight ?? 0) > 0);
    expect(bar).toMatchObject({ ink: 'event', fadeLeft: 0 });
  });

  it('veils the days that are not chosen, to the pixel', () => {
    const first = dayNumber('2022-10-20') ?? 0;
    const picture = pictureOf([death], { chosen: { first, end: first + 5 } });
    const veils = composeTimeline(picture)
      .filter((shape) => shape.kind === 'rect')
      .filter(({ ink }) => ink === 'veil');

    const from = picture.frame.names + xOf(picture.view, first);
    const to = picture.frame.names + xOf(picture.view, first + 5);
    expect(veils.map(({ x, width }) => [x, x + width])).toEqual([
      [picture.frame.names, from],
      [to, picture.width],
    ]);
  });

  it('draws what is in the view alone, however much there is', () => {
    const many = Array.from({ length: 3_000 }, (_, at) =>
      item(String(at), { when: days(`${1000 + at}-06-15`), title: 'x' }),
    );
    expect(composeTimeline(pictureOf(many, { from: '2020-01-01', until: '2021-01-01' })).length).toBeLessThan(
      120,
    );
  });
});

describe('shapesToSvg', () => {
  it('writes well-formed markup in which a hostile title is only text', () => {
    const hostile = '</text><script>alert(1)</script>&"\u0000';
    const sheet = composeSheet(pictureOf([{ ...death, title: hostile }]), {
      title: 'Case <1>',
      notes: ['', 'Made & kept'],
      legend: [{ kind: 'event', label: 'Events' }],
    });
    const svg = shapesToSvg({ ...sheet, description: 'a "timeline"' }, inks());

    const read = new XMLParser({ ignoreAttributes: false, allowBooleanAttributes: false }).parse(svg, true);
    expect(svg).not.toContain('<script');
    expect(JSON.stringify(read)).toContain('Case <1>');
    expect(JSON.stringify(read)).toContain('Made & kept');
    expect(read.svg['@_aria-label']).toBe('a "timeline"');
    expect((svg.match(/<text /g) ?? []).length).toBe(texts(sheet.shapes).length);
    // Every gradient and clip that is used is there.
    const used = [...svg.matchAll(/url\(#([a-z]+\d+)\)/g)].map(([, id]) => id);
    for (const id of used) expect(svg).toContain(`id="${id}"`);
  });
});

describe('timelineRows', () => {
  it('tells each item with both of its times and the lag, and leaves empty what nobody says', () => {
    const [head, first, second] = timelineRows(
      [death, item('m', { kind: 'mention', title: 'Gao' })],
      (column) => column,
      () => null,
    );
    const cells = (row: readonly string[] | undefined) =>
      Object.fromEntries(timelineColumns.map((column, at) => [column, row?.[at]]));

    expect(head).toEqual([...timelineColumns]);
    expect(cells(first)).toMatchObject({
      from: '2022-10-15',
      publishedFrom: '2022-11-30',
      lagLeast: '46',
      lagMost: '46',
    });
    expect(cells(second)).toMatchObject({
      kind: 'mention',
      title: 'Gao',
      from: '',
      lagLeast: '',
      latitude: '',
    });
  });
});

type Options = {
  readonly hasLag?: boolean;
  readonly chosen?: ChosenDays;
  readonly from?: string;
  readonly until?: string;
};

function pictureOf(items: readonly PictureItem[], options: Options = {}): TimelinePicture {
  const { hasLag = true, chosen = null, from = '2022-03-01', until = '2023-01-01' } = options;
  const view = viewOf(dayNumber(from) ?? 0, dayNumber(until) ?? 0, 832);
  const metrics = metricsAt(1);
  const lanes = groupInLanes(marksOf(items), 'kind', { kind: String, name: () => null, without: '' });
  const roomFor = roomOf({ words, scale: 1, hasLag });
  return {
    lanes: layOutLanes(lanes, { dayWidth: view.dayWidth, metrics, hasLag, roomOf: roomFor }),
    view,
    width: 1_000,
    height: 400,
    scrolled: 0,
    metrics,
    frame: frameAt(1, true),
    hasLag,
    chosen,
    lit: null,
    words,
  };
}

function texts(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.text] : []));
}

function inks(): Record<Ink, string> {
  const colour = 'rgb(1, 2, 3)';
  return {
    event: colour,
    highlight: colour,
    mention: colour,
    article: colour,
    track: colour,
    area: colour,
    words: colour,
    soft: colour,
    line: colour,
    surface: colour,
    band: colour,
    accent: colour,
    veil: colour,
  };
}
