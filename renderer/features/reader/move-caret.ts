import type { KeyCommandId } from '#core/keys/key-commands.ts';
import { pressedCommand } from '#state/keys.ts';

type Move = { readonly direction: 'left' | 'right' | 'forward' | 'backward'; readonly granularity: string };

type Place = { readonly body: HTMLElement; readonly scroller: HTMLElement };

/**
 * Move the caret of a text that can't be edited, as a text box would: arrows, Home and End, page keys, each with Ctrl
 * for words, paragraphs and the whole text, with Shift to select. Answers whether the key was one of these.
 */
export function moveCaret(event: KeyboardEvent, { body, scroller }: Place): boolean {
  const id = pressedCommand(event, 'text');
  const selection = getSelection();
  if (selection === null || id === null) return false;
  if (id === 'select.all') {
    selection.selectAllChildren(body);
    return true;
  }
  const toEnd = id === 'caret.text-start' || id === 'caret.text-end';
  const move = moves[id];
  if (!toEnd && move === undefined) return false;
  if (selection.focusNode === null || !body.contains(selection.focusNode))
    placeInView(selection, body, scroller);
  if (toEnd) goToEnd(selection, body, { isEnd: id === 'caret.text-end', extends: event.shiftKey });
  else if (move !== undefined)
    modify(selection, body, { ...move, extends: event.shiftKey, times: timesOf(id, body, scroller) });
  keepInView(selection, scroller);
  return true;
}

const moves: Partial<Record<KeyCommandId, Move>> = {
  'caret.left': { direction: 'left', granularity: 'character' },
  'caret.right': { direction: 'right', granularity: 'character' },
  'caret.up': { direction: 'backward', granularity: 'line' },
  'caret.down': { direction: 'forward', granularity: 'line' },
  'caret.word-left': { direction: 'left', granularity: 'word' },
  'caret.word-right': { direction: 'right', granularity: 'word' },
  'caret.line-start': { direction: 'backward', granularity: 'lineboundary' },
  'caret.line-end': { direction: 'forward', granularity: 'lineboundary' },
  'caret.paragraph-back': { direction: 'backward', granularity: 'paragraph' },
  'caret.paragraph-on': { direction: 'forward', granularity: 'paragraph' },
  'caret.page-up': { direction: 'backward', granularity: 'line' },
  'caret.page-down': { direction: 'forward', granularity: 'line' },
};

/** Put the caret at the first paragraph that begins in the view. */
export function placeInView(selection: Selection, body: HTMLElement, scroller: HTMLElement): void {
  const top = scroller.getBoundingClientRect().top;
  const paragraphs = [...body.querySelectorAll<HTMLElement>('[data-start]')].filter(
    (paragraph) => paragraph.offsetParent !== null,
  );
  const first =
    paragraphs.find((paragraph) => paragraph.getBoundingClientRect().top >= top) ?? paragraphs.at(-1);
  if (first?.firstChild) selection.collapse(first.firstChild, 0);
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

/** A page is a view less two lines, so that the eye finds its place again. */
function timesOf(id: KeyCommandId, body: HTMLElement, scroller: HTMLElement): number {
  if (!id.startsWith('caret.page')) return 1;
  const line = Number.parseFloat(getComputedStyle(body).lineHeight) || 24;
  return Math.max(1, Math.floor(scroller.clientHeight / line) - 2);
}

function modify(
  selection: Selection,
  body: HTMLElement,
  { direction, granularity, extends: extending, times }: Move & { extends: boolean; times: number },
): void {
  for (let time = 0; time < times; time++) {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(extending ? 'extend' : 'move', direction, granularity);
    const left = selection.focusNode === null || !body.contains(selection.focusNode);
    // The browser walks on into what stands before and after the text.
    if (left && anchorNode !== null && focusNode !== null) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
      return;
    }
  }
}

function goToEnd(selection: Selection, body: HTMLElement, to: { isEnd: boolean; extends: boolean }): void {
  const paragraphs = [...body.querySelectorAll<HTMLElement>('[data-start]')].filter(
    (paragraph) => paragraph.offsetParent !== null,
  );
  const node = (to.isEnd ? paragraphs.at(-1) : paragraphs[0])?.firstChild;
  if (!(node instanceof Text)) return;
  const offset = to.isEnd ? node.length : 0;
  if (to.extends) selection.extend(node, offset);
  else selection.collapse(node, offset);
}

function keepInView(selection: Selection, scroller: HTMLElement): void {
  const box = caretBox(selection);
  if (box === null) return;
  const view = scroller.getBoundingClientRect();
  const margin = box.height;
  if (box.top < view.top + margin) scroller.scrollTop += box.top - view.top - margin;
  else if (box.bottom > view.bottom - margin) scroller.scrollTop += box.bottom - view.bottom + margin;
}
