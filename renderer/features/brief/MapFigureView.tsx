import type { FigureMark, MapFigure } from '#core/brief/map-figure.ts';
import styles from './BriefPreview.module.css';

/** A map figure as it will be in the exports. */
export function MapFigureView({ figure }: { readonly figure: MapFigure }) {
  const { width, height, marks, description } = figure;
  return (
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity; a figure is drawn anew as a whole.
        <Mark key={index} mark={mark} />
      ))}
    </svg>
  );
}

function Mark({ mark }: { readonly mark: FigureMark }) {
  switch (mark.kind) {
    case 'path':
      return (
        <path
          d={mark.d}
          fill={mark.fill}
          stroke={mark.stroke}
          strokeWidth={mark.strokeWidth}
          strokeDasharray={mark.dash}
          strokeLinejoin="round"
          {...(mark.isRound === true ? { strokeLinecap: 'round' } : {})}
        />
      );
    case 'circle':
      return (
        <circle
          cx={mark.x}
          cy={mark.y}
          r={mark.radius}
          fill={mark.fill}
          fillOpacity={mark.fillOpacity}
          stroke={mark.stroke}
          strokeWidth={1.4}
          strokeDasharray={mark.dash}
        />
      );
    case 'text':
      return (
        <text
          x={mark.x}
          y={mark.y}
          fontSize={mark.size}
          fill={mark.fill}
          textAnchor={mark.anchor}
          fontWeight={mark.isBold ? 600 : 400}
          {...(mark.halo ? { paintOrder: 'stroke', stroke: '#fffdf6', strokeWidth: 3 } : {})}
        >
          {mark.text}
        </text>
      );
  }
}
