import { useEffect, useRef } from 'react';
import type { MapPoint, PointKind } from '#core/picture/map-point.ts';
import { onThemeChange, readMapColours } from './map-colours.ts';
import { drawSymbol } from './point-symbols.ts';

type KindSymbolProps = { readonly kind: PointKind; readonly precision: MapPoint['precision'] };

const sizePx = 24;

/** The symbol a kind has on the map, drawn by the same brush. */
export function KindSymbol({ kind, precision }: KindSymbolProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!canvas.current || !context) return;
      const density = window.devicePixelRatio || 1;
      canvas.current.width = canvas.current.height = sizePx * density;
      context.setTransform(density, 0, 0, density, (sizePx * density) / 2, (sizePx * density) / 2);
      drawSymbol({ context, colours: readMapColours(), font: '', scale: 1, density }, kind, precision);
    };
    draw();
    return onThemeChange(draw);
  }, [kind, precision]);
  return (
    <span aria-hidden="true" style={{ flex: 'none', width: sizePx, height: sizePx }}>
      <canvas ref={canvas} style={{ display: 'block', width: sizePx, height: sizePx }} />
    </span>
  );
}
