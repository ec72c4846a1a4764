import type { NoiseSpan } from '#core/article.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A piece of an article as it is read: a paragraph, or lines of boilerplate folded into one. */
export type ReadingBlock =
  | { readonly kind: 'paragraph'; readonly span: TextSpan }
  | {
      readonly kind: 'noise';
      readonly paragraphs: readonly TextSpan[];
      /** What sorts of boilerplate are in it, in the order met. */
      readonly noise: readonly NoiseSpan['kind'][];
    };

/** An article's text laid out for reading. */
export type Reading = {
  readonly blocks: readonly ReadingBlock[];
  /** Boilerplate inside paragraphs that are otherwise text: greyed where it stands. */
  readonly inlineNoise: readonly TextSpan[];
};

/** A block of boilerplate while lines are still added to it. */
type NoiseBlock = { kind: 'noise'; paragraphs: TextSpan[]; noise: NoiseSpan['kind'][] };

const inkInside = /\S/;

/**
 * Lay a canonical text out for reading. Paragraphs that are boilerplate from end to end are gathered; what is
 * boilerplate only in part stays in its place. Every paragraph is in exactly one block, in order.
 */
export function layOut(text: string, noise: readonly NoiseSpan[]): Reading {
  const sorted = [...noise].sort((a, b) => a.start - b.start);
  const blocks: ReadingBlock[] = [];
  const inlineNoise: TextSpan[] = [];
  let open: NoiseBlock | null = null;
  let next = 0;
  for (const span of paragraphs(text)) {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    const inside = touching(sorted, next, span);
    if (inside.length === 0 || !isCovered(text, span, inside)) {
      open = null;
      blocks.push({ kind: 'paragraph', span });
      inlineNoise.push(...inside.map((one) => clip(one, span)));
      continue;
    }
    if (open === null) {
      open = { kind: 'noise', paragraphs: [], noise: [] };
      blocks.push(open);
    }
    open.paragraphs.push(span);
    open.noise.push(...newKinds(open.noise, inside));
  }
  return { blocks, inlineNoise };
}

/** Which noise block, by its number among the blocks, holds any of `span`; the text of such a block has to be shown. */
export function foldedAt(blocks: readonly ReadingBlock[], span: TextSpan): number[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'paragraph') return [];
    const first = block.paragraphs[0];
    const last = block.paragraphs.at(-1);
    if (first === undefined || last === undefined) return [];
    return span.start < last.end && first.start < span.end ? [index] : [];
  });
}

/** The noise spans, from number `from` on, that share something with `span`. */
function touching(sorted: readonly NoiseSpan[], from: number, span: TextSpan): NoiseSpan[] {
  const found: NoiseSpan[] = [];
  for (let at = from; at < sorted.length; at++) {
    const one = sorted[at];
    if (one === undefined || one.start >= span.end) break;
    if (one.end > span.start) found.push(one);
  }
  return found;
}

function isCovered(text: string, span: TextSpan, inside: readonly NoiseSpan[]): boolean {
  let reached = span.start;
  for (const { start, end } of inside) {
    if (start > reached && inkInside.test(text.slice(reached, start))) return false;
    reached = Math.max(reached, end);
  }
  return !inkInside.test(text.slice(reached, span.end));
}

function newKinds(known: readonly NoiseSpan['kind'][], inside: readonly NoiseSpan[]): NoiseSpan['kind'][] {
  return [...new Set(inside.map(({ kind }) => kind))].filter((kind) => !known.includes(kind));
}

function clip(one: TextSpan, to: TextSpan): TextSpan {
  return { start: Math.max(one.start, to.start), end: Math.min(one.end, to.end) };
}
