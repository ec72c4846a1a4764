import type { KeyCommandId } from '#core/keys/key-commands.ts';
import { nextStart, previousStart, type TextUnit } from '#core/reader/text-units.ts';
import { pressedCommand } from '#state/keys.ts';

/** The text the caret moves in, and what scrolls it. */
export type CaretPage = { readonly body: HTMLElement; readonly scroller: HTMLElement };

/**
 * Move the caret of a text that can't be edited, as a text box would, and besides by sentences and paragraphs; with
 * Shift the selection grows. Folded text is passed over. Answers whether the key was one of these.
 */
export function moveCaret(event: KeyboardEvent, page: CaretPage): boolean {
  const id = pressedCommand(event, 'text');
  const selection = getSelection();
  if (selection === null || id === null) return false;
  if (id === 'select.all') {
    selection.selectAllChildren(page.body);
    return true;
  }
  const deed = jumps[id] ?? steps[id];
  if (deed === undefined) return false;
  if (!isInText(selection, page.body)) placeInView(selection, page.body, page.scroller);
  const move: Move = { selection, page, extends: event.shiftKey };
  if (typeof deed === 'function') deed(move);
  else walk(move, deed, timesOf(id, page));
  keepInView(selection, page.scroller);
  return true;
}

/** Select from `from` to `to`, or put the caret there when they are the same place; the view follows. */
export function selectBetween(from: TextPlace, to: TextPlace, { body, scroller }: CaretPage): void {
  const selection = getSelection();
  if (selection === null) return;
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  body.focus({ preventScroll: true });
  keepInView(selection, scroller);
}

/** A place in a paragraph that is shown. */
export type TextPlace = { readonly node: Text; readonly offset: number };

/** The paragraphs that are not folded away, in order. */
export function shownParagraphs(body: HTMLElement): Text[] {
  return [...body.querySelectorAll<HTMLElement>('[data-start]')].flatMap((paragraph) =>
    paragraph.offsetParent !== null && paragraph.firstChild instanceof Text ? [paragraph.firstChild] : [],
  );
}

/** The moving end of the selection, in the paragraph it stands in; `null` when it stands in none. */
export function caretPlace(selection: Selection | null, body: HTMLElement): TextPlace | null {
  const node = selection?.focusNode ?? null;
  const isParagraph = node instanceof Text && node.parentElement?.dataset.start !== undefined;
  return isParagraph && body.contains(node) ? { node, offset: selection?.focusOffset ?? 0 } : null;
}

/** Put the caret at the first paragraph that begins in the view. */
export function placeInView(selection: Selection, body: HTMLElement, scroller: HTMLElement): void {
  const { top } = scroller.getBoundingClientRect();
  const paragraphs = shownParagraphs(body);
  const first =
    paragraphs.find((node) => (node.parentElement?.getBoundingClientRect().top ?? 0) >= top) ??
    paragraphs.at(-1);
  if (first !== undefined) selection.collapse(first, 0);
}

/** Put the caret where it was, `left`, when that place can still be seen in the view; otherwise as `placeInView` does. */
export function placeAgain(
  selection: Selection,
  left: TextPlace | null,
  { body, scroller }: CaretPage,
): void {
  if (left !== null && body.contains(left.node) && left.offset <= left.node.length) {
    selection.collapse(left.node, left.offset);
    const box = caretBox(selection);
    const view = scroller.getBoundingClientRect();
    if (box !== null && box.top >= view.top && box.bottom <= view.bottom) return;
  }
  placeInView(selection, body, scroller);
}

/** Where the moving end of the selection is drawn, in the window; `null` when it is not drawn. */
export function caretBox(selection: Selection): DOMRect | null {
  const { focusNode, focusOffset } = selection;
  if (focusNode === null) return null;
  const range = document.createRange();
  range.setStart(focusNode, focusOffset);
  const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return box.height > 0 ? box : null;
}

type Move = { readonly selection: Selection; readonly page: CaretPage; readonly extends: boolean };

/** A step as the browser makes it. */
type Step = { readonly direction: 'left' | 'right' | 'forward' | 'backward'; readonly granularity: string };

const steps: Partial<Record<KeyCommandId, Step>> = {
  'caret.left': { direction: 'left', granularity: 'character' },
  'caret.right': { direction: 'right', granularity: 'character' },
  'caret.up': { direction: 'backward', granularity: 'line' },
  'caret.down': { direction: 'forward', granularity: 'line' },
  'caret.word-left': { direction: 'left', granularity: 'word' },
  'caret.word-right': { direction: 'right', granularity: 'word' },
  'caret.line-start': { direction: 'backward', granularity: 'lineboundary' },
  'caret.line-end': { direction: 'forward', granularity: 'lineboundary' },
  'caret.page-up': { direction: 'backward', granularity: 'line' },
  'caret.page-down': { direction: 'forward', granularity: 'line' },
};

const jumps: Partial<Record<KeyCommandId, (move: Move) => void>> = {
  'caret.sentence-back': (move) => jumpBack(move, 'sentence'),
  'caret.sentence-on': (move) => jumpOn(move, 'sentence'),
  'caret.paragraph-back': (move) => jumpBack(move, 'paragraph'),
  'caret.paragraph-on': (move) => jumpOn(move, 'paragraph'),
  'caret.text-start': (move) => put(move, shownParagraphs(move.page.body)[0], 0),
  'caret.text-end': (move) => put(move, shownParagraphs(move.page.body).at(-1), Number.POSITIVE_INFINITY),
};

/** To where the next sentence or paragraph begins; a selection grows to the end of the paragraph first. */
function jumpOn(move: Move, unit: TextUnit): void {
  const at = caretPlace(move.selection, move.page.body);
  if (at === null) return;
  const next = nextStart(at.node.data, at.offset, unit);
  if (next !== null) {
    put(move, at.node, next);
    return;
  }
  const paragraphs = shownParagraphs(move.page.body);
  const following = paragraphs[paragraphs.indexOf(at.node) + 1];
  const atEnd = at.offset >= at.node.length;
  if (following === undefined || (move.extends && !atEnd)) put(move, at.node, at.node.length);
  else if (move.extends) put(move, following, nextStart(following.data, 0, unit) ?? following.length);
  else put(move, following, 0);
}

/** To where the sentence or paragraph begins, or the one before it. */
function jumpBack(move: Move, unit: TextUnit): void {
  const at = caretPlace(move.selection, move.page.body);
  if (at === null) return;
  const start = previousStart(at.node.data, at.offset, unit);
  if (start !== null) {
    put(move, at.node, start);
    return;
  }
  const paragraphs = shownParagraphs(move.page.body);
  const before = paragraphs[paragraphs.indexOf(at.node) - 1];
  if (before !== undefined) put(move, before, previousStart(before.data, before.length, unit) ?? 0);
}

function put({ selection, extends: extending }: Move, node: Text | undefined, offset: number): void {
  if (node === undefined) return;
  const within = Math.min(offset, node.length);
  if (extending) selection.extend(node, within);
  else selection.collapse(node, within);
}

/** A page is a view less two lines, so that the eye finds its place again. */
function timesOf(id: KeyCommandId, { body, scroller }: CaretPage): number {
  if (!id.startsWith('caret.page')) return 1;
  const line = Number.parseFloat(getComputedStyle(body).lineHeight) || 24;
  return Math.max(1, Math.floor(scroller.clientHeight / line) - 2);
}

function walk(move: Move, { direction, granularity }: Step, times: number): void {
  const { selection, page } = move;
  for (let time = 0; time < times; time++) {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(move.extends ? 'extend' : 'move', direction, granularity);
    if (caretPlace(selection, page.body) !== null) continue;
    if (anchorNode === null || focusNode === null) return;
    // The browser walks on into what stands between the paragraphs, and before and after the text.
    const isOnward = isAfter(selection, focusNode, focusOffset);
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    if (!passOver(move, isOnward)) return;
  }
}

/** Go to the next shown paragraph, past what is folded; whether there is one. */
function passOver(move: Move, isOnward: boolean): boolean {
  const at = caretPlace(move.selection, move.page.body);
  const paragraphs = shownParagraphs(move.page.body);
  const here = at === null ? -1 : paragraphs.indexOf(at.node);
  const next = here === -1 ? undefined : paragraphs[here + (isOnward ? 1 : -1)];
  put(move, next, isOnward ? 0 : Number.POSITIVE_INFINITY);
  return next !== undefined;
}

function isAfter(selection: Selection, node: Node, offset: number): boolean {
  if (selection.focusNode === null) return false;
  const before = document.createRange();
  before.setStart(node, offset);
  return before.comparePoint(selection.focusNode, selection.focusOffset) > 0;
}

function isInText(selection: Selection, body: HTMLElement): boolean {
  return selection.focusNode !== null && body.contains(selection.focusNode);
}

function keepInView(selection: Selection, scroller: HTMLElement): void {
  const box = caretBox(selection);
  if (box === null) return;
  const view = scroller.getBoundingClientRect();
  const margin = box.height;
  if (box.top < view.top + margin) scroller.scrollTop += box.top - view.top - margin;
  else if (box.bottom > view.bottom - margin) scroller.scrollTop += box.bottom - view.bottom + margin;
}
