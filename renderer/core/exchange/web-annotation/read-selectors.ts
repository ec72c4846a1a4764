import type { CountedSpan } from '#core/exchange/coding-project.ts';
import { asList, asText, isObject, type JsonObject } from '#core/exchange/json-values.ts';
import { typesOf } from './vocabulary.ts';

/** The place that selectors give. */
export type SelectedPlace = {
  readonly counted: CountedSpan | null;
  readonly exact: string | null;
  readonly prefix: string;
  readonly suffix: string;
  /** Kinds of selectors that are not read, when none that is gives a place. */
  readonly unknown: readonly string[];
};

/**
 * Read the selectors of a target: all of a list say the same place in different ways, so the first quote and the first
 * position are taken. A position that refines another selector counts from a place that is not known here; a quote
 * that does is still a quote.
 *
 * @param unit what a position is counted in.
 */
export function readSelectors(selector: unknown, unit: CountedSpan['unit']): SelectedPlace {
  const quotes: JsonObject[] = [];
  const positions: CountedSpan[] = [];
  const unknown: string[] = [];
  for (const item of asList(selector)) collect(item, false);

  function collect(item: unknown, refines: boolean): void {
    if (!isObject(item)) {
      if (typeof item === 'string') unknown.push(item);
      return;
    }
    const refined = asList(item.refinedBy);
    const position = readPosition(item, unit);
    if (isQuote(item)) quotes.push(item);
    else if (position !== null && !refines && refined.length === 0) positions.push(position);
    else if (refined.length === 0) unknown.push(typesOf(item).join(' '));
    for (const inner of refined) collect(inner, true);
  }

  const [quote] = quotes;
  const [counted = null] = positions;
  return {
    counted,
    exact: quote === undefined ? null : asText(quote.exact),
    prefix: asText(quote?.prefix) ?? '',
    suffix: asText(quote?.suffix) ?? '',
    unknown: quote === undefined && counted === null ? unknown : [],
  };
}

/** A selector without a type is what its keys make of it. */
function isKind(item: JsonObject, kind: string): boolean {
  const kinds = typesOf(item);
  return kinds.length === 0 || kinds.includes(kind);
}

function isQuote(item: JsonObject): boolean {
  return isKind(item, 'TextQuoteSelector') && asText(item.exact) !== null;
}

function readPosition(item: JsonObject, unit: CountedSpan['unit']): CountedSpan | null {
  const { start, end } = item;
  if (!isKind(item, 'TextPositionSelector')) return null;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) return null;
  return { start, end, unit };
}
