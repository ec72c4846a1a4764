import { overlapSegments } from '#core/annotations/overlap-segments.ts';
import type { TagColor } from '#core/codebook/tag.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A highlight as far as it is painted. */
export type PaintedHighlight = TextSpan & {
  readonly id: string;
  /** Of its first tag; `plain` when it has none. */
  readonly color: TagColor | 'plain';
};

/** A place mention as far as it is painted. */
export type PaintedMention = TextSpan & { readonly status: 'suggested' | 'accepted' };

/** All that is to be seen in an article's text besides the text. */
export type Painting = {
  readonly highlights: readonly PaintedHighlight[];
  readonly chosenId: string | null;
  /** When given, the only highlight shown. */
  readonly isolatedId: string | null;
  readonly mentions: readonly PaintedMention[];
  readonly noise: readonly TextSpan[];
  readonly selection: TextSpan | null;
  readonly flash: TextSpan | null;
};

/** Spans of one look. */
export type PaintLayer = { readonly name: string; readonly spans: readonly TextSpan[] };

/** Every layer that `paintLayers` may answer, from the lowest to the topmost. */
export const layerNames = [
  'noise',
  'tag-plain',
  'tag-yellow',
  'tag-red',
  'tag-green',
  'tag-blue',
  'tag-purple',
  'tag-magenta',
  'tag-orange',
  'tag-teal',
  'tag-brown',
  'tag-grey',
  'overlap-2',
  'overlap-3',
  'mention-suggested',
  'mention-accepted',
  'chosen',
  'flash',
  'selected',
] as const;

/**
 * Sort what is to be painted into layers, each of one look. Where highlights overlap, the shared stretch is a layer of
 * its own: `overlap-2` for two, `overlap-3` for more.
 */
export function paintLayers(painting: Painting): PaintLayer[] {
  const { isolatedId, chosenId, mentions, noise, selection, flash } = painting;
  const shown =
    isolatedId === null
      ? painting.highlights
      : painting.highlights.filter((highlight) => highlight.id === isolatedId);
  const overlaps = overlapSegments(shown);
  const spans = new Map<string, readonly TextSpan[]>([
    ['noise', noise],
    ...[...new Set(shown.map(({ color }) => color))].map(
      (color) => [`tag-${color}`, shown.filter((highlight) => highlight.color === color)] as const,
    ),
    ['overlap-2', overlaps.filter(({ depth }) => depth === 2)],
    ['overlap-3', overlaps.filter(({ depth }) => depth > 2)],
    ['mention-suggested', mentions.filter(({ status }) => status === 'suggested')],
    ['mention-accepted', mentions.filter(({ status }) => status === 'accepted')],
    ['chosen', shown.filter(({ id }) => id === chosenId)],
    ['flash', flash === null ? [] : [flash]],
    ['selected', selection === null ? [] : [selection]],
  ]);
  return layerNames.map((name) => ({ name, spans: spans.get(name) ?? [] }));
}
