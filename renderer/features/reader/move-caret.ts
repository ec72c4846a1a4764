type Move = { readonly direction: 'left' | 'right' | 'forward' | 'backward'; readonly granularity: string };

/**
 * Move the caret of a text that can't be edited, as a text box would: arrows, Home and End, page keys, each with Ctrl
 * for words, paragraphs and the whole text, with Shift to select. Answers whether the key was one of these.
 */
export function moveCaret(event: KeyboardEvent, body: HTMLElement, scroller: HTMLElement): boolean {
  if (event.altKey || event.metaKey) return false;
  const selection = getSelection();
  if (selection === null) return false;
  if (event.ctrlKey && event.key.toLowerCase() === 'a') {
    selection.selectAllChildren(body);
    return true;
  }
  const toEnd = event.ctrlKey && (event.key === 'Home' || event.key === 'End');
  const move = moveOf(event.key, event.ctrlKey);
  if (!toEnd && move === null) return false;
  if (selection.focusNode === null || !body.contains(selection.focusNode))
    placeInView(selection, body, scroller);
  if (toEnd) goToEnd(selection, body, { isEnd: event.key === 'End', extends: event.shiftKey });
  else if (move !== null)
    modify(selection, body, { ...move, extends: event.shiftKey, times: timesOf(event.key, body, scroller) });
  keepInView(selection, scroller);
  return true;
}

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

function moveOf(key: string, withCtrl: boolean): Move | null {
  switch (key) {
    case 'ArrowLeft':
      return { direction: 'left', granularity: withCtrl ? 'word' : 'character' };
    case 'ArrowRight':
      return { direction: 'right', granularity: withCtrl ? 'word' : 'character' };
    case 'ArrowUp':
      return { direction: 'backward', granularity: withCtrl ? 'paragraph' : 'line' };
    case 'ArrowDown':
      return { direction: 'forward', granularity: withCtrl ? 'paragraph' : 'line' };
    case 'Home':
      return { direction: 'backward', granularity: 'lineboundary' };
    case 'End':
      return { direction: 'forward', granularity: 'lineboundary' };
    case 'PageUp':
      return { direction: 'backward', granularity: 'line' };
    case 'PageDown':
      return { direction: 'forward', granularity: 'line' };
    default:
      return null;
  }
}

/** A page is a view less two lines, so that the eye finds its place again. */
function timesOf(key: string, body: HTMLElement, scroller: HTMLElement): number {
  if (!key.startsWith('Page')) return 1;
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
