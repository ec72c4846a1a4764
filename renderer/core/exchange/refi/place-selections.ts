import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { ProjectHighlight } from '#core/exchange/coding-project.ts';
import { type AnalystId, type ArticleId, type HighlightId, idFrom, type TagId } from '#core/ids.ts';
import { traceCleaning } from '#core/import/trace-cleaning.ts';
import { measureOffsets } from '#core/text/offsets.ts';
import type { TextSpan } from '#core/text/span.ts';
import { asCounted, type CountingFound, detectCounting, toIndex } from './counting.ts';
import { readHighlightText } from './highlight-text.ts';
import type { RefiLosses } from './losses.ts';
import { isSameQuote } from './quote-name.ts';
import type { Selection, Source } from './selection.ts';

/** The texts in canonical form, and what was selected in them as highlights. */
export type PlacedSources = {
  readonly texts: ReadonlyMap<ArticleId, string>;
  readonly highlights: readonly ProjectHighlight[];
  readonly found: CountingFound;
};

type PlacingParts = {
  readonly losses: RefiLosses;
  /** The file tells grades. */
  readonly isGraded: boolean;
  /** Written by us, and by nobody after us. */
  readonly isOurs: boolean;
};

/** Find out how the places are counted, and bring them into terms of the canonical texts. */
export function placeSelections(
  sources: readonly Source[],
  { losses, isGraded, isOurs }: PlacingParts,
): PlacedSources {
  const found = detectCounting(sources.flatMap(asCountedText), isOurs);
  for (const words of found.unsure) losses.add('counting-unsure', words.slice(0, 80));
  const texts = new Map<ArticleId, string>();
  const highlights: ProjectHighlight[] = [];
  for (const { id, raw, selections } of sources) {
    const there = raw === null ? null : placeIn(raw, found, losses);
    if (there !== null) texts.set(id, there.text);
    for (const selection of selections) {
      const placed = there === null ? pointTo(selection) : there.place(selection);
      if (placed === null) continue;
      const saying = readHighlightText(selection.description, isGraded);
      highlights.push(...splitByAnalyst(selection, { ...placed, ...saying }));
    }
  }
  return { texts, highlights, found };
}

function asCountedText({ raw, selections }: Source) {
  if (raw === null) return [];
  const counted = selections.flatMap(({ from, to, name }) =>
    from === null || to === null || from < 0 || from >= to ? [] : [{ start: from, end: to, name }],
  );
  return [{ raw, selections: counted }];
}

type Place = Pick<ProjectHighlight, 'start' | 'end' | 'counted' | 'exact' | 'prefix' | 'suffix'>;

/** Without its text a passage waits until that is found: with its places, and its words where its name is all of them. */
function pointTo(selection: Selection): Place {
  const { from, to } = selection;
  const isCounted = from !== null && to !== null && from >= 0 && from < to;
  return {
    ...byWords(wholeName(selection)),
    ...(isCounted ? { counted: { start: from, end: to, unit: 'code-point' } } : {}),
  };
}

function byWords(exact: string | null): Place {
  return { start: null, end: null, exact, prefix: '', suffix: '' };
}

/** The name of a selection if it is as long as its words are; `null` when it may be cut, or says something else. */
function wholeName({ name, from, to }: Selection): string | null {
  if (name.trim() === '') return null;
  if (from === null || to === null) return name;
  return [name.length, measureOffsets(name).codePoints].includes(to - from) ? name : null;
}

/** Brings places counted as was found in `raw` into its canonical form. */
function placeIn(raw: string, { counting, ground }: CountingFound, losses: RefiLosses) {
  const counted = asCounted(raw, counting);
  const find = toIndex(counted, counting.unit);
  const trace = traceCleaning(counted);

  function place(selection: Selection): Place | null {
    const { name, from, to, id } = selection;
    const start = find(from ?? -1);
    const end = find(to ?? -1);
    if (start === null || end === null || start > end) return outside(selection);
    const span = { start: trace.toStart(start), end: trace.toEnd(end) };
    if (start < end && span.start < span.end) return quote(selection, span);
    losses.add('passage-empty', name || id);
    return null;
  }

  function outside(selection: Selection): Place | null {
    const words = wholeName(selection);
    if (words !== null) return byWords(words);
    losses.add('passage-outside', selection.name || selection.id);
    return null;
  }

  function quote({ name, articleId }: Selection, span: TextSpan): Place {
    const { exact, prefix, suffix } = makeAnchor({ id: articleId, textSha256: '' }, trace.text, span);
    if (ground === 'names' && name.trim() !== '' && !isSameQuote(exact, name))
      losses.add('passage-quoted-otherwise', `${name.slice(0, 60)} ≠ ${exact.slice(0, 60)}`);
    return { ...span, exact, prefix, suffix };
  }

  return { text: trace.text, place };
}

type Placed = Place & Pick<ProjectHighlight, 'note' | 'grade' | 'marks'>;

/**
 * Our highlights belong to one analyst each: where several gave tags to one selection, each gets a highlight with
 * their own. The first is the selection itself, with its note.
 */
function splitByAnalyst(selection: Selection, placed: Placed): ProjectHighlight[] {
  const { id, articleId, codings, createdAt, updatedAt } = selection;
  const tags = new Map<AnalystId | null, TagId[]>();
  for (const { tagId, analystId } of codings) {
    const who = analystId ?? selection.analystId;
    tags.set(who, [...new Set([...(tags.get(who) ?? []), tagId])]);
  }
  const made = { articleId, createdAt, updatedAt, ...placed };
  const owner = tags.has(selection.analystId) ? selection.analystId : [...tags.keys()].at(0);
  const first = owner === undefined ? selection.analystId : owner;
  const others = [...tags].filter(([who]) => who !== first);
  return [
    { ...made, id, analystId: first, tagIds: tags.get(first) ?? [] },
    ...others.map(([who, tagIds]) => ({
      ...made,
      id: idFrom<'highlight'>(`${id} by ${who ?? ''}`) as HighlightId,
      note: '',
      analystId: who,
      tagIds,
    })),
  ];
}
