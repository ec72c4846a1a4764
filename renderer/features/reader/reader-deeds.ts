import type { RefObject } from 'react';
import type { Highlight, HighlightMark } from '#core/annotations/highlight.ts';
import { nextInStack, stackAt } from '#core/annotations/stack-at.ts';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import type { TextSpan } from '#core/text/span.ts';
import { afterDrawn } from './after-drawn.ts';
import {
  caretOffset,
  caretTo,
  chooseAtCaret,
  isAtChosen,
  selectUnit,
  stepHighlight,
  takeWord,
} from './caret-deeds.ts';
import type { TextRanges } from './text-ranges.ts';
import type { DamageReading } from './use-damage.ts';
import type { Marking } from './use-marking.ts';
import { mentionAt, type ReaderMention } from './use-selecting.ts';

/** What the keys of the reader act on. */
export type ReaderParts = {
  readonly marking: Marking;
  readonly ranges: TextRanges | null;
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Give the focus to the text, with what was selected selected again. */
  readonly onReturn: (offset: number | null) => void;
  readonly damage: DamageReading;
  /** Bring a passage into the view. */
  readonly reveal: (span: TextSpan) => void;
  /** What is underlined as found. */
  readonly mentions: readonly ReaderMention[];
  /** Explain one of them; `anchorRect` is where it stands in the window. */
  readonly onMention: (id: string, anchorRect: DOMRect) => void;
};

/** A command of the reader; `run` answers whether there was anything to do, or else the key is left to others. */
export type ReaderDeed = { readonly id: KeyCommandId; readonly run: (parts: ReaderParts) => boolean };

/** What the commands of the reader do, their keys aside (core/keys/key-commands.ts). */
export const readerDeeds: readonly ReaderDeed[] = [
  { id: 'mark.picker', run: (parts) => openPicker(parts) || openNote(parts) || openOnWord(parts) },
  { id: 'mark.choose', run: (parts) => openPicker(parts) || chooseAtCaret(parts) },
  { id: 'mark.highlight', run: ({ marking }) => markSelected(marking, 'read') },
  { id: 'mark.note', run: (parts) => markSelected(parts.marking, 'note') || openNote(parts, 'anywhere') },
  { id: 'mark.tags', run: (parts) => openPicker(parts) || openTags(parts) },
  { id: 'mark.recent', run: (parts) => openPicker(parts, true) || openTags(parts, true) },
  { id: 'mark.again', run: ({ marking }) => begin(marking.again()) },
  { id: 'mark.words', run: ({ marking }) => begin(marking.byWords()) },
  { id: 'mark.noise', run: openNoise },
  { id: 'found.open', run: openFound },
  { id: 'damage.next', run: nextDamage },
  { id: 'damage.dismiss', run: dismissDamage },
  { id: 'select.word', run: (parts) => selectUnit(parts, 'word') },
  { id: 'select.sentence', run: (parts) => selectUnit(parts, 'sentence') },
  { id: 'select.paragraph', run: (parts) => selectUnit(parts, 'paragraph') },
  { id: 'highlight.next', run: (parts) => stepHighlight(parts, 1) },
  { id: 'highlight.previous', run: (parts) => stepHighlight(parts, -1) },
  { id: 'highlight.under', run: (parts) => cycle(parts) },
  { id: 'highlight.list', run: (parts) => listHere(parts) },
  { id: 'highlight.important', run: ({ marking }) => switchMark(marking, 'important') },
  { id: 'highlight.translation', run: ({ marking }) => switchMark(marking, 'translation-error') },
  { id: 'highlight.recode', run: ({ marking }) => openRecode(marking) },
  { id: 'highlight.split', run: (parts) => split(parts) },
  { id: 'highlight.join', run: ({ marking }) => join(marking) },
  { id: 'highlight.start', run: ({ marking }) => holdEdge(marking, 'start') },
  { id: 'highlight.end', run: ({ marking }) => holdEdge(marking, 'end') },
  { id: 'highlight.delete', run: ({ marking }) => dropChosen(marking) },
];

/** What is found at the caret, or else the next thing that nothing is decided about. */
function openFound(parts: ReaderParts): boolean {
  const { mentions, onMention, ranges, reveal } = parts;
  const caret = caretOffset(parts) ?? -1;
  const next = mentions
    .filter(({ span, status }) => status === 'suggested' && span.start >= caret)
    .sort((a, b) => a.span.start - b.span.start)[0];
  const found = mentionAt(mentions, caret) ?? next;
  if (found === undefined || ranges === null) return false;
  reveal(found.span);
  // Behind it, so that the same key goes on.
  caretTo(parts, found.span.end);
  afterDrawn(() => {
    const box = ranges.toRange(found.span)?.getBoundingClientRect();
    if (box !== undefined) onMention(found.id, box);
  });
  return true;
}

function nextDamage(parts: ReaderParts): boolean {
  const { damage, reveal } = parts;
  const found = damage.next(damage.shown?.start ?? caretOffset(parts) ?? -1);
  if (found !== null) reveal(found);
  return found !== null;
}

/** The one that is explained, or the one at the caret. */
function dismissDamage(parts: ReaderParts): boolean {
  const { damage } = parts;
  const caret = caretOffset(parts);
  const here =
    damage.shown ?? damage.open.find(({ start, end }) => caret !== null && start <= caret && caret <= end);
  return here !== undefined && begin(damage.dismiss(here));
}

function begin(_deed: Promise<unknown>): true {
  return true;
}

function openPicker({ marking }: ReaderParts, onlyRecent = false): boolean {
  const { selected, show } = marking;
  if (selected !== null)
    show({ kind: 'selection', takesFocus: true, ...(onlyRecent && { onlyRecent: true as const }) });
  return selected !== null;
}

/** Nothing is selected or chosen: the word at the caret is meant. */
function openOnWord(parts: ReaderParts): boolean {
  if (!takeWord(parts)) return false;
  parts.marking.show({ kind: 'selection', takesFocus: true });
  return true;
}

/** What is selected, or else the paragraph at the caret. */
function openNoise(parts: ReaderParts): boolean {
  const { marking, ranges } = parts;
  const isSelected =
    marking.selected !== null ||
    (caretOffset(parts) !== null &&
      selectUnit(parts, 'paragraph') &&
      marking.select(ranges?.selectedSpan(getSelection()) ?? null));
  if (isSelected) marking.show({ kind: 'noise' });
  return isSelected;
}

function openTags({ marking }: ReaderParts, onlyRecent = false): boolean {
  const { chosen, show } = marking;
  if (chosen !== null)
    show({ kind: 'tags', id: chosen.id, ...(onlyRecent && { onlyRecent: true as const }) });
  return chosen !== null;
}

function openNote(parts: ReaderParts, where: 'at-caret' | 'anywhere' = 'at-caret'): boolean {
  const { chosen, show } = parts.marking;
  if (chosen === null || (where === 'at-caret' && !isAtChosen(parts))) return false;
  show({ kind: 'note', id: chosen.id });
  return true;
}

function markSelected({ selected, mark }: Marking, then: 'note' | 'read'): boolean {
  return selected !== null && begin(mark(null, then));
}

function holdEdge({ chosen, grab }: Marking, edge: 'start' | 'end'): boolean {
  if (chosen !== null) grab(edge);
  return chosen !== null;
}

function dropChosen({ selected, chosen, drop }: Marking): boolean {
  return selected === null && chosen !== null && begin(drop(chosen));
}

function switchMark({ chosen, switchMark }: Marking, mark: HighlightMark): boolean {
  return chosen !== null && begin(switchMark(chosen, mark));
}

function openRecode({ chosen, show }: Marking): boolean {
  if (chosen !== null) show({ kind: 'recode', id: chosen.id });
  return chosen !== null;
}

/** Join all that the selection touches, or else the chosen one with its neighbour. */
function join({ selected, chosen, highlights, join, joinNear }: Marking): boolean {
  if (selected === null) return chosen !== null && begin(joinNear(chosen));
  const { span } = selected;
  return begin(join(highlights.filter(({ anchor }) => anchor.start < span.end && span.start < anchor.end)));
}

/** Split the chosen highlight, or else the shortest there, at the caret or at both edges of the selection. */
function split(parts: ReaderParts): boolean {
  const { highlights, chosen, selected, split } = parts.marking;
  const caret = caretOffset(parts);
  const at = selected === null ? (caret === null ? [] : [caret]) : [selected.span.start, selected.span.end];
  const cuts = (one: Highlight) => at.some((place) => one.anchor.start < place && place < one.anchor.end);
  const here = chosen !== null && cuts(chosen) ? chosen : stackAt(highlights, at[0] ?? -1).find(cuts);
  const highlight = here ?? chosen;
  return highlight !== null && begin(split(highlight, at));
}

function listHere(parts: ReaderParts): boolean {
  const place = caretOffset(parts) ?? parts.marking.chosen?.anchor.start ?? null;
  if (place !== null) parts.marking.lookAt(place);
  return place !== null;
}

/** Go to the next highlight underneath: of those at the caret, or else of those that the chosen one shares a place with. */
function cycle(parts: ReaderParts): boolean {
  if (chooseAtCaret(parts)) return true;
  const { highlights, chosen, chooseAloud } = parts.marking;
  const next = nextInStack(stackAt(highlights, chosen?.anchor.start ?? -1), chosen?.id ?? null);
  if (next !== null) chooseAloud(next);
  return next !== null;
}
