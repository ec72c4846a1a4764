import type { MapPoint } from '#core/picture/map-point.ts';
import { type Brush, drawSymbol, symbolRadius } from './point-symbols.ts';

/** Symbols drawn once and then copied: thousands of them are on the map, of few looks. */
export function createStamps() {
  const made = new Map<string, HTMLCanvasElement>();
  return {
    press(brush: Brush, point: MapPoint, { x, y }: { readonly x: number; readonly y: number }): void {
      const { kind, precision } = point;
      const reach = (symbolRadius(precision) * 1.25 + 3) * brush.scale;
      const key = `${kind} ${precision} ${brush.density}`;
      let stamp = made.get(key);
      if (stamp === undefined) {
        stamp = cut(brush, point, reach);
        made.set(key, stamp);
      }
      brush.context.drawImage(stamp, x - reach, y - reach, 2 * reach, 2 * reach);
    },
    /** Colours or text size are others now. */
    forget: () => made.clear(),
  };
}

function cut(brush: Brush, { kind, precision }: MapPoint, reach: number): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = Math.ceil(2 * reach * brush.density);
  const context = stamp.getContext('2d');
  if (context === null) return stamp;
  const scale = stamp.width / (2 * reach);
  context.setTransform(scale, 0, 0, scale, stamp.width / 2, stamp.height / 2);
  drawSymbol({ ...brush, context }, kind, precision);
  return stamp;
}
