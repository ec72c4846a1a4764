import { hitLanes, type LaneHit } from '#core/timeline/lay-out-lanes.ts';
import { divideAxis } from '#core/timeline/time-axis.ts';
import type { ChosenDays, TimelineMark } from '#core/timeline/timeline-mark.ts';
import { marksWidth, type TimelinePicture } from '#core/timeline/timeline-picture.ts';
import {
  allDays,
  dayAt,
  panBy,
  type TimelineView,
  viewOf,
  xOf,
  zoomAround,
} from '#core/timeline/timeline-view.ts';

type Hands = {
  readonly picture: () => TimelinePicture | null;
  readonly setView: (view: TimelineView) => void;
  /** Show days while they are being chosen; `undefined`: no more. */
  readonly choosing: (days: ChosenDays | null | undefined) => void;
  readonly scrollBy: (pixels: number) => void;
  readonly showAll: () => void;
  readonly options: {
    readonly onOpen: (mark: TimelineMark) => void;
    readonly onPoint: (mark: TimelineMark | null, at: { readonly x: number; readonly y: number }) => void;
    readonly onChoose: (days: ChosenDays | null) => void;
  };
};

type Drag =
  | {
      readonly kind: 'pan';
      readonly x: number;
      readonly y: number;
      readonly view: TimelineView;
      moved: boolean;
    }
  /** `anchor`: the end of the days that stays. */
  | { readonly kind: 'choose'; readonly anchor: number; readonly x: number; moved: boolean };

/** How far the pointer may stray for a click still to be one, in pixels. */
const clickSlack = 4;

/** Pan, zoom and choose days by pointer, wheel and keys. Call what it answers to stop. */
export function listenToTimeline(canvas: HTMLCanvasElement, hands: Hands): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pointer = followPointer(canvas, hands);
  canvas.addEventListener('pointerdown', pointer.down, { signal });
  canvas.addEventListener('pointermove', pointer.move, { signal });
  canvas.addEventListener('pointerup', pointer.up, { signal });
  canvas.addEventListener('pointercancel', pointer.cancel, { signal });
  canvas.addEventListener('pointerleave', () => hands.options.onPoint(null, { x: 0, y: 0 }), { signal });
  canvas.addEventListener('wheel', (event) => turnWheel(event, hands), { signal, passive: false });
  canvas.addEventListener('keydown', (event) => pressKey(event, hands), { signal });
  return () => stop.abort();
}

function followPointer(canvas: HTMLCanvasElement, hands: Hands) {
  let drag: Drag | null = null;

  function down(event: PointerEvent): void {
    const picture = hands.picture();
    if (event.button !== 0 || picture === null || event.offsetX < picture.frame.names) return;
    canvas.setPointerCapture(event.pointerId);
    hands.options.onPoint(null, { x: 0, y: 0 });
    const { offsetX: x, offsetY: y } = event;
    if (y >= picture.frame.axis && !event.shiftKey) {
      drag = { kind: 'pan', x, y, view: picture.view, moved: false };
      return;
    }
    drag = { kind: 'choose', anchor: anchorAt(picture, x), x, moved: false };
  }

  function move(event: PointerEvent): void {
    const picture = hands.picture();
    if (picture === null) return;
    if (drag === null) {
      point(canvas, picture, event, hands.options);
      return;
    }
    drag.moved ||=
      Math.hypot(event.offsetX - drag.x, drag.kind === 'pan' ? event.offsetY - drag.y : 0) > clickSlack;
    if (!drag.moved) return;
    if (drag.kind === 'choose') {
      hands.choosing(daysBetween(drag.anchor, dayUnder(picture, event.offsetX)));
      return;
    }
    canvas.style.cursor = 'grabbing';
    hands.scrollBy(-event.movementY);
    hands.setView(panBy(drag.view, drag.x - event.offsetX));
  }

  function up(event: PointerEvent): void {
    const picture = hands.picture();
    const ended = drag;
    drag = null;
    canvas.style.cursor = '';
    hands.choosing(undefined);
    if (ended === null || picture === null) return;
    if (ended.kind === 'choose')
      hands.options.onChoose(
        ended.moved ? daysBetween(ended.anchor, dayUnder(picture, event.offsetX)) : partAt(picture, event),
      );
    else if (!ended.moved) click(picture, event, hands);
  }

  return {
    down,
    move,
    up,
    cancel() {
      drag = null;
      hands.choosing(undefined);
    },
  };
}

/** Where a choice of days begins: near an edge of the days that are chosen, its other edge. */
function anchorAt(picture: TimelinePicture, x: number): number {
  const { chosen, view, frame } = picture;
  const isNear = (day: number | null) => day !== null && Math.abs(frame.names + xOf(view, day) - x) <= 6;
  if (chosen !== null && isNear(chosen.first) && chosen.end !== null) return chosen.end - 0.5;
  if (chosen !== null && isNear(chosen.end) && chosen.first !== null) return chosen.first + 0.5;
  return dayUnder(picture, x);
}

function dayUnder({ view, frame }: TimelinePicture, x: number): number {
  return dayAt(view, x - frame.names);
}

/** The whole days from one to another, whichever is first. */
function daysBetween(one: number, other: number): ChosenDays {
  return { first: Math.floor(Math.min(one, other)), end: Math.floor(Math.max(one, other)) + 1 };
}

/** The part of the axis that was clicked: the upper half means the month or year, the lower one what is in it. */
function partAt(picture: TimelinePicture, { offsetX, offsetY }: PointerEvent): ChosenDays | null {
  const { view, frame } = picture;
  if (offsetY >= frame.axis) return null;
  const axis = divideAxis(view, marksWidth(picture), frame.letter / 12);
  const day = dayUnder(picture, offsetX);
  const parts = offsetY < frame.axis / 2 && axis.coarse.length > 0 ? axis.coarse : axis.fine;
  const part = parts.find(({ first, end }) => first <= day && day < end);
  return part === undefined ? null : { first: part.first, end: part.end };
}

function hit(picture: TimelinePicture, { offsetX, offsetY }: MouseEvent): LaneHit | null {
  const { lanes, view, frame, metrics, scrolled } = picture;
  if (offsetX < frame.names || offsetY < frame.axis) return null;
  const point = { x: offsetX - frame.names + view.start * view.dayWidth, y: offsetY - frame.axis + scrolled };
  return hitLanes(lanes, point, metrics);
}

function point(
  canvas: HTMLCanvasElement,
  picture: TimelinePicture,
  event: PointerEvent,
  { onPoint }: Hands['options'],
): void {
  const found = hit(picture, event);
  const { offsetX: x, offsetY: y } = event;
  const isOverAxis = y < picture.frame.axis && x > picture.frame.names;
  canvas.style.cursor = found !== null ? 'pointer' : isOverAxis ? 'col-resize' : '';
  // A name that was cut is told whole.
  canvas.title = x < picture.frame.names ? nameAt(picture, y) : '';
  onPoint(found?.kind === 'mark' ? found.placed.mark : null, { x, y });
}

function nameAt({ lanes, frame, scrolled }: TimelinePicture, y: number): string {
  const at = y - frame.axis + scrolled;
  return lanes.find(({ top, height }) => y >= frame.axis && at >= top && at < top + height)?.lane.title ?? '';
}

/** A mark opens; a crowd comes closer, until it can't: then its days are chosen. */
function click(picture: TimelinePicture, event: PointerEvent, { setView, options }: Hands): void {
  const found = hit(picture, event);
  if (found === null) return;
  if (found.kind === 'mark') {
    options.onOpen(found.placed.mark);
    return;
  }
  const days = allDays(found.crowd.marks.map((mark) => ({ ...mark, far: null })));
  if (days === null) return;
  const next = viewOf(days.first, days.end, marksWidth(picture));
  if (next.dayWidth > picture.view.dayWidth * 1.2) setView(next);
  else options.onChoose({ first: days.first, end: days.end });
}

function turnWheel(event: WheelEvent, { picture, setView }: Hands): void {
  const now = picture();
  // Over the names, and with Alt, the lanes go up and down.
  if (now === null || event.offsetX < now.frame.names || event.altKey) return;
  event.preventDefault();
  const step = event.deltaMode === 1 ? 33 : 1;
  const [across, down] = [event.deltaX * step, event.deltaY * step];
  if (event.shiftKey || Math.abs(across) > Math.abs(down))
    setView(panBy(now.view, across === 0 ? down : across));
  else setView(zoomAround(now.view, Math.exp(-down * 0.0022), event.offsetX - now.frame.names));
}

function pressKey(event: KeyboardEvent, hands: Hands): void {
  const { picture, setView } = hands;
  const shown = picture();
  if (shown === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const { view: now } = shown;
  const room = marksWidth(shown);
  const deeds = new Map<string, () => void>([
    ['ArrowLeft', () => setView(panBy(now, -room / 8))],
    ['ArrowRight', () => setView(panBy(now, room / 8))],
    ['ArrowUp', () => hands.scrollBy(-60)],
    ['ArrowDown', () => hands.scrollBy(60)],
    ['PageUp', () => setView(panBy(now, -room))],
    ['PageDown', () => setView(panBy(now, room))],
    ['+', () => setView(zoomAround(now, 1.5, room / 2))],
    ['=', () => setView(zoomAround(now, 1.5, room / 2))],
    ['-', () => setView(zoomAround(now, 1 / 1.5, room / 2))],
    ['Home', hands.showAll],
    ['Escape', () => hands.options.onChoose(null)],
  ]);
  const deed = deeds.get(event.key);
  if (deed === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  deed();
}
