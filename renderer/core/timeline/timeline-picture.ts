import { type LaidLane, type Metrics, metricsAt, type WordRoom } from './lay-out-lanes.ts';
import type { ReportingLag } from './reporting-lag.ts';
import type { AxisPart } from './time-axis.ts';
import type { ChosenDays, TimelineMark } from './timeline-mark.ts';
import type { TimelineView } from './timeline-view.ts';

/** Words in a drawing, and how wide they come out. */
export type DrawingWords = {
  readonly axis: (part: AxisPart, isCoarse: boolean) => string;
  /** So short that it stands beside a line: “46 d”. */
  readonly lag: (lag: ReportingLag) => string;
  readonly count: (count: number) => string;
  /** Pixels of a text in a size. */
  readonly measure: (text: string, size: number, isStrong: boolean) => number;
};

export type TimelinePicture = {
  readonly lanes: readonly LaidLane[];
  readonly view: TimelineView;
  readonly width: number;
  readonly height: number;
  /** Pixels by which the lanes are moved up. */
  readonly scrolled: number;
  readonly metrics: Metrics;
  readonly frame: Frame;
  readonly hasLag: boolean;
  /** `null`: all of them. */
  readonly chosen: ChosenDays | null;
  /** The mark under the pointer, or chosen in the list. */
  readonly lit: TimelineMark | null;
  readonly words: DrawingWords;
};

/** What stands around the marks, in pixels. */
export type Frame = {
  /** How wide the names of the lanes are. */
  readonly names: number;
  /** How high the axis is. */
  readonly axis: number;
  readonly letter: number;
};

/** The frame at a text size. `hasNames`: whether lanes have names at all. */
export function frameAt(scale: number, hasNames: boolean): Frame {
  return { names: hasNames ? 168 * scale : 0, axis: 44 * scale, letter: 12 * scale };
}

/** How wide the part with the marks is, in pixels. */
export function marksWidth({ width, frame }: Pick<TimelinePicture, 'width' | 'frame'>): number {
  return width - frame.names;
}

/** As much of a text as has room, with an ellipsis where it was cut; empty when there is no room for three letters. */
export function fitWords(
  text: string,
  room: number,
  style: { readonly words: DrawingWords; readonly size: number; readonly isStrong: boolean },
): string {
  const line = text.replace(/\s+/g, ' ').slice(0, 200);
  const measure = (part: string) => style.words.measure(part, style.size, style.isStrong);
  const whole = measure(line);
  if (whole <= room && line.length === text.length) return line;
  const letters = Math.floor((line.length * room) / Math.max(1, whole)) - 1;
  if (letters < 3) return '';
  return `${line.slice(0, letters).toWellFormed().trimEnd()}…`;
}

/** How much room the words beside marks are given when they are packed into rows. */
export function roomOf(style: {
  readonly words: DrawingWords;
  readonly scale: number;
  readonly hasLag: boolean;
}): (mark: TimelineMark) => WordRoom {
  const { words, scale, hasLag } = style;
  const { letter } = frameAt(scale, true);
  const { title, sign } = metricsAt(scale);
  return ({ item, lag }) => ({
    title: Math.min(title, words.measure(item.title.slice(0, 60), letter * 0.94, false)) + sign,
    lag: hasLag && lag !== null ? words.measure(words.lag(lag), letter * 0.86, false) + sign : 0,
  });
}
