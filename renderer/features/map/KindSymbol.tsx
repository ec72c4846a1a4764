import { useEffect, useRef } from 'react';
import type { MapPoint, PointKind } from '#core/picture/map-point.ts';
import { onThemeChange, readMapColours } from './map-colours.ts';
import { type Brush, drawPile, drawSymbol } from './point-symbols.ts';

type KindSymbolProps = { readonly kind: PointKind; readonly precision: MapPoint['precision'] };

const sizePx = 24;

/** The symbol a kind has on the map, drawn by the same brush. */
export function KindSymbol({ kind, precision }: KindSymbolProps) {
  const canvas = useBrush((brush) => drawSymbol(brush, kind, precision), `${kind} ${precision}`);
  return <Painted canvas={canvas} />;
}

/** A pile of several kinds, as the map draws it. */
export function PileSymbol({ isOnePlace }: { readonly isOnePlace: boolean }) {
  const shares = [
    { kind: 'event', count: 7 },
    { kind: 'highlight', count: 5 },
  ] as const;
  const canvas = useBrush(
    (brush) => drawPile({ ...brush, scale: 0.8 }, { count: 12, shares, precision: 'exact', isOnePlace }),
    `${isOnePlace}`,
  );
  return <Painted canvas={canvas} />;
}

function Painted({ canvas }: { readonly canvas: React.RefObject<HTMLCanvasElement | null> }) {
  return (
    <span aria-hidden="true" style={{ flex: 'none', width: sizePx, height: sizePx }}>
      <canvas ref={canvas} style={{ display: 'block', width: sizePx, height: sizePx }} />
    </span>
  );
}

/** A canvas painted around its middle, again when `what` or the theme changes. */
function useBrush(paint: (brush: Brush) => void, what: string): React.RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `what` says all that the painting hangs on.
  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!canvas.current || !context) return;
      const density = window.devicePixelRatio || 1;
      canvas.current.width = canvas.current.height = sizePx * density;
      context.setTransform(density, 0, 0, density, (sizePx * density) / 2, (sizePx * density) / 2);
      paint({ context, colours: readMapColours(), font: 'sans-serif', scale: 1, density });
    };
    draw();
    return onThemeChange(draw);
  }, [what]);
  return canvas;
}
