import type { ItemKind } from '#core/picture/picture-item.ts';

/** What a shape is drawn in: the screen and each file have colours of their own for it. */
export type Ink =
  | ItemKind
  | 'words'
  | 'soft'
  | 'line'
  | 'surface'
  | 'band'
  | 'accent'
  /** Over what is not chosen. */
  | 'veil';

/** A part of a drawing. Pixels from its upper left corner. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
      /** 0 to 1; left out: 1. */
      readonly opacity?: number;
      /** Drawn as an outline with this ink inside. */
      readonly inside?: Ink;
      readonly radius?: number;
      /** Pixels over which it fades away at an end. */
      readonly fadeLeft?: number;
      readonly fadeRight?: number;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly ink: Ink;
      readonly width: number;
      readonly isDashed?: boolean;
    }
  | {
      readonly kind: 'polygon';
      readonly points: readonly (readonly [number, number])[];
      readonly ink: Ink;
      /** Drawn as an outline with this ink inside; left out: filled. */
      readonly inside?: Ink;
    }
  | {
      readonly kind: 'words';
      /** Of the middle, the beginning or the end, by `anchor`. */
      readonly x: number;
      /** Of the middle of the line. */
      readonly y: number;
      readonly text: string;
      readonly ink: Ink;
      readonly size: number;
      readonly isStrong?: boolean;
      readonly anchor?: 'start' | 'middle' | 'end';
    }
  /** Nothing of what follows, up to the next one, is drawn outside. */
  | {
      readonly kind: 'clip';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };
