import type { FigureMark, MapFigure } from '#core/brief/map-figure.ts';
import { type Markup, markup, nothing } from './markup.ts';

/** A figure as SVG markup: to be put into a page, or (with `xmlns`) to stand alone. */
export function figureToSvg(figure: MapFigure): Markup {
  const { width, height, marks, description } = figure;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${description}" font-family="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif">${marks.map(drawMark)}</svg>`;
}

function drawMark(mark: FigureMark): Markup {
  switch (mark.kind) {
    case 'path': {
      const dash = mark.dash === '' ? nothing : markup` stroke-dasharray="${mark.dash}"`;
      const cap = mark.isRound === true ? markup` stroke-linecap="round"` : nothing;
      return markup`<path d="${mark.d}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="${mark.strokeWidth}" stroke-linejoin="round"${cap}${dash}/>`;
    }
    case 'circle': {
      const dash = mark.dash === '' ? nothing : markup` stroke-dasharray="${mark.dash}"`;
      return markup`<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${mark.fill}" fill-opacity="${mark.fillOpacity}" stroke="${mark.stroke}" stroke-width="1.4"${dash}/>`;
    }
    case 'text': {
      const halo = mark.halo
        ? markup` paint-order="stroke" stroke="#fffdf6" stroke-width="3" stroke-linejoin="round"`
        : nothing;
      const weight = mark.isBold ? markup` font-weight="600"` : nothing;
      return markup`<text x="${mark.x}" y="${mark.y}" font-size="${mark.size}" fill="${mark.fill}" text-anchor="${mark.anchor}"${weight}${halo}>${mark.text}</text>`;
    }
  }
}
