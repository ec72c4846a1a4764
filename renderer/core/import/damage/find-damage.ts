import { type Damage, type Language, maxDamage, type NoiseSpan } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';

/** What is known of a text in which damage is looked for. */
export type DamageGiven = { readonly language: Language; readonly noise: readonly NoiseSpan[] };

/**
 * Find where a canonical text looks damaged, in order and without overlap. Nothing is put right: a rule that fits only
 * tells where to look. Boilerplate is passed over, but for the mark that the text was cut.
 */
export function findDamage(text: string, { noise }: DamageGiven): Damage[] {
  const found = [...findUnreadable(text), ...findCutMarks(text)];
  return inOrder(found.filter((one) => one.reason === 'cut-mark' || !isIn(one, noise))).slice(0, maxDamage);
}

function* findUnreadable(text: string): Generator<Damage> {
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}]*\ufffd[\p{L}\p{N}\ufffd]*/gu))
    yield { start: index, end: index + run.length, kind: 'encoding', reason: 'unreadable' };
}

/** The mark of a teaser: its text goes on elsewhere. Within a line it is an author's, who left words out. */
function* findCutMarks(text: string): Generator<Damage> {
  for (const { 0: mark, index } of text.matchAll(/[[(]\s*(?:…|\.{3})\s*[\])](?=\s*(?:\n|$))/gu))
    yield { start: index, end: index + mark.length, kind: 'cut-off', reason: 'cut-mark' };
}

function isIn({ start, end }: TextSpan, spans: readonly TextSpan[]): boolean {
  return spans.some((span) => span.start < end && start < span.end);
}

/** In order; of two that overlap the first found stays. */
function inOrder(found: readonly Damage[]): Damage[] {
  const kept: Damage[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
