import { type Lane, packLanes } from '#core/annotations/pack-lanes.ts';
import type { TextSpan } from '#core/text/span.ts';

/** About as many units as the longest line of the page holds. */
const lineLength = 90;

/**
 * A lane for the stripe of each span, by its index, worked out from the text alone, without measuring the page. A stripe
 * is as high as the lines its span stands on, so a span reaches to the end of its last line as far as can be told: up
 * to a line's length further, but never over the end of its paragraph, whose line break stands on its last line.
 */
export function stripeLanes(text: string, spans: readonly TextSpan[]): Lane[] {
  return packLanes(
    spans.map(({ start, end }) => {
      const paragraphEnd = text.indexOf('\n', end);
      const lineEnd = Math.min(end + lineLength, paragraphEnd === -1 ? text.length : paragraphEnd + 1);
      return { start, end: Math.max(end, lineEnd) };
    }),
  );
}
