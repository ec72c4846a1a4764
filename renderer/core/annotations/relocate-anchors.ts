import type { Anchor } from './highlight.ts';
import { type AnchorPlace, locateAnchor } from './locate-anchor.ts';

/** Two versions of one text. */
export type TextVersions = {
  /** What the anchors were made on; `null` when it can't be read any more. */
  readonly before: string | null;
  readonly after: string;
  /** Of `after`. */
  readonly afterSha256: string;
};

/**
 * Where passages of one version of a text stand in another, one answer for each anchor.
 *
 * With both versions at hand a passage is sure only where its words, with the same words around them, stand as often
 * in the one as in the other: then the n-th of them is the n-th. What was doubled, cut out or rewritten is `lost`, for
 * the analyst to settle. With the new version alone `locateAnchor` decides.
 */
export function relocateAnchors(anchors: readonly Anchor[], versions: TextVersions): AnchorPlace[] {
  const { before, after, afterSha256 } = versions;
  return anchors.map((anchor) => {
    if (anchor.textSha256 === afterSha256)
      return { kind: 'same', span: { start: anchor.start, end: anchor.end } };
    if (before === null || before.slice(anchor.start, anchor.end) !== anchor.exact)
      return locateAnchor(anchor, after, afterSha256);
    return relocate(anchor, before, after);
  });
}

function relocate(anchor: Anchor, before: string, after: string): AnchorPlace {
  const places = occurrences(after, anchor.exact);
  if (places.length === 0) return { kind: 'lost', reason: 'gone' };
  const old = occurrences(before, anchor.exact);
  for (const sides of ['both', 'either'] as const) {
    const here = old.filter((start) => stands(anchor, before, start, sides));
    const there = places.filter((start) => stands(anchor, after, start, sides));
    if (there.length === 0) continue;
    const start = there[here.indexOf(anchor.start)];
    if (start === undefined || here.length !== there.length) return { kind: 'lost', reason: 'ambiguous' };
    return {
      kind: start === anchor.start ? 'same' : 'moved',
      span: { start, end: start + anchor.exact.length },
    };
  }
  return { kind: 'lost', reason: 'lookalike' };
}

/** Units of a neighbour that have to agree when only one side does. */
const tellingContext = 16;

/** Whether what stands around the words at `start` is what stands around the anchor's. */
function stands(anchor: Anchor, text: string, start: number, sides: 'both' | 'either'): boolean {
  const end = start + anchor.exact.length;
  const { prefix, suffix } = anchor;
  if (sides === 'both')
    return (
      text.slice(Math.max(0, start - prefix.length), start).toWellFormed() === prefix &&
      text.slice(end, end + suffix.length).toWellFormed() === suffix
    );
  const before = prefix.slice(-tellingContext);
  const after = suffix.slice(0, tellingContext);
  return (
    (before.length === tellingContext && text.slice(Math.max(0, start - before.length), start) === before) ||
    (after.length === tellingContext && text.slice(end, end + after.length) === after)
  );
}

function occurrences(text: string, exact: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) found.push(at);
  return found;
}
