import { type Article, maxNoiseSpans, type NoiseSpan } from '#core/article.ts';
import { type Change, replacement } from '#core/history/change.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';

/** Mark a passage as boilerplate of a kind, whatever it was before. No changes when an article can hold no more. */
export function markNoise(article: Article, { start, end }: TextSpan, kind: NoiseSpan['kind']): Change[] {
  const span: NoiseSpan = { start, end, kind, basis: 'analyst' };
  const noise = laidOver(article.noise, [span]);
  if (start >= end || noise.length > maxNoiseSpans) return [];
  return changed(article, noise, without(article.spared ?? [], span));
}

/**
 * Mark several passages as boilerplate at once, but for those that `kept` ones overlap: what the analyst highlighted stays
 * unfolded. No changes when an article can hold no more.
 */
export function markManyNoise(
  article: Article,
  passages: readonly Pick<NoiseSpan, 'start' | 'end' | 'kind'>[],
  kept: readonly TextSpan[],
): Change[] {
  const spans = passages
    .filter((one) => one.start < one.end && !kept.some((span) => overlaps(span, one)))
    .map(({ start, end, kind }): NoiseSpan => ({ start, end, kind, basis: 'analyst' }));
  const noise = laidOver(article.noise, spans);
  if (spans.length === 0 || noise.length > maxNoiseSpans) return [];
  return changed(article, noise, spans.reduce<readonly TextSpan[]>(without, article.spared ?? []));
}

/** Say that a passage is no boilerplate. It is remembered, as the program would find the same again. */
export function spareFromNoise(article: Article, span: TextSpan): Change[] {
  const hit = article.noise.filter((one) => overlaps(one, span));
  if (hit.length === 0) return [];
  const spared = hit.map(({ start, end }) => ({
    start: Math.max(start, span.start),
    end: Math.min(end, span.end),
  }));
  return changed(article, without(article.noise, span), joined([...(article.spared ?? []), ...spared]));
}

/** The boilerplate the program finds, with what the analyst said of it: what is marked wins over what is spared. */
export function withHand(
  found: readonly NoiseSpan[],
  hand: { readonly marked: readonly NoiseSpan[]; readonly spared: readonly TextSpan[] },
): NoiseSpan[] {
  const left = hand.spared.reduce<readonly NoiseSpan[]>(without, found);
  return laidOver(left, hand.marked).slice(0, maxNoiseSpans);
}

function changed(article: Article, noise: readonly NoiseSpan[], spared: readonly TextSpan[]): Change[] {
  const { spared: _, ...rest } = article;
  const after: Article = { ...rest, noise, ...(spared.length > 0 && { spared }) };
  return [replacement('articles', article, after)];
}

/** `spans` with `over` in the place of what they cover, in order. */
function laidOver(spans: readonly NoiseSpan[], over: readonly NoiseSpan[]): NoiseSpan[] {
  const left = over.reduce<readonly NoiseSpan[]>(without, spans);
  return [...left, ...over].sort((a, b) => a.start - b.start);
}

/** `spans` without what `hole` covers of them: one may be cut in two. */
function without<Span extends TextSpan>(spans: readonly Span[], hole: TextSpan): Span[] {
  return spans.flatMap((span) => {
    if (!overlaps(span, hole)) return [span];
    const before = span.start < hole.start ? [{ ...span, end: hole.start }] : [];
    const after = hole.end < span.end ? [{ ...span, start: hole.end }] : [];
    return [...before, ...after];
  });
}

function joined(spans: readonly TextSpan[]): TextSpan[] {
  const found: TextSpan[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) found[found.length - 1] = { ...last, end: Math.max(last.end, end) };
    else found.push({ start, end });
  }
  return found.slice(0, maxNoiseSpans);
}
