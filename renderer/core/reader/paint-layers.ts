import { overlapSegments } from '#core/annotations/overlap-segments.ts';
import type { TagColor } from '#core/codebook/tag.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A highlight as far as it is painted. */
export type PaintedHighlight = TextSpan & {
  readonly id: string;
  /** Of its first tag; `plain` when it has none. */
  readonly color: TagColor | 'plain';
};

/** Something found in the text as far as it is painted. */
export type PaintedMention = TextSpan & {
  readonly status: 'suggested' | 'accepted';
  /** Absent: a place. */
  readonly kind?: 'place' | 'actor' | 'person' | 'date' | 'figure';
};

/** All that is to be seen in an article's text besides the text. */
export type Painting = {
  readonly highlights: readonly PaintedHighlight[];
  readonly chosenId: string | null;
  /** When given, the only highlight shown. */
  readonly isolatedId: string | null;
  readonly mentions: readonly PaintedMention[];
  readonly noise: readonly TextSpan[];
  /** What looks damaged. */
  readonly damage?: readonly TextSpan[];
  /** What the backlight leaves in the dark. */
  readonly dimmed?: readonly TextSpan[];
  readonly selection: TextSpan | null;
  readonly flash: TextSpan | null;
};

/** Spans of one look. */
export type PaintLayer = { readonly name: LayerName; readonly spans: readonly TextSpan[] };

/** Every layer that `paintLayers` may answer, from the lowest to the topmost. */
export const layerNames = [
  'dimmed',
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
  'overlap-4',
  'figure-suggested',
  'figure-accepted',
  'date-suggested',
  'date-accepted',
  'person-suggested',
  'person-accepted',
  'actor-suggested',
  'actor-accepted',
  'mention-suggested',
  'mention-accepted',
  'damage',
  'chosen',
  'flash',
  'selected',
] as const;

export type LayerName = (typeof layerNames)[number];

/**
 * Sort what is to be painted into layers, each of one look, leaving out what has nothing in `within`: of thousands,
 * only those near the view are worth the work. Where highlights overlap, the shared stretch is a layer of its own by
 * how many they are; `overlap-4` is four or more.
 */
export function paintLayers(painting: Painting, within: TextSpan): PaintLayer[] {
  const { isolatedId, chosenId, mentions, noise, selection, flash } = painting;
  const shown = inside(painting.highlights, within).filter(
    ({ id }) => isolatedId === null || id === isolatedId,
  );
  const near = inside(mentions, within);
  const spans = new Map<string, TextSpan[]>([
    ['dimmed', inside(painting.dimmed ?? [], within).map((span) => clipTo(span, within))],
    ['noise', inside(noise, within)],
    ['damage', inside(painting.damage ?? [], within)],
    ['chosen', shown.filter(({ id }) => id === chosenId)],
    ['flash', flash === null ? [] : [flash]],
    ['selected', selection === null ? [] : [selection]],
  ]);
  const put = (name: LayerName, span: TextSpan) => spans.set(name, [...(spans.get(name) ?? []), span]);
  for (const mention of near) put(mentionLayer(mention), mention);
  for (const highlight of shown) put(`tag-${highlight.color}`, highlight);
  for (const segment of overlapSegments(shown)) put(overlapLayer(segment.depth), segment);
  return layerNames.map((name) => ({ name, spans: spans.get(name) ?? [] }));
}

function mentionLayer({ kind = 'place', status }: PaintedMention): LayerName {
  return `${kind === 'place' ? 'mention' : kind}-${status}`;
}

function overlapLayer(depth: number): LayerName {
  if (depth === 2) return 'overlap-2';
  return depth === 3 ? 'overlap-3' : 'overlap-4';
}

function inside<Span extends TextSpan>(spans: readonly Span[], within: TextSpan): Span[] {
  return spans.filter(({ start, end }) => start < within.end && within.start < end);
}

/** The dark may go on for pages: only what is near is painted. */
function clipTo({ start, end }: TextSpan, within: TextSpan): TextSpan {
  return { start: Math.max(start, within.start), end: Math.min(end, within.end) };
}
