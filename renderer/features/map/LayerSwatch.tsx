import { Grid2x2 } from 'lucide-react';
import type { MapLayer } from '#core/layers/map-layer.ts';
import styles from './Layers.module.css';
import type { LayerLook } from './layer-look.ts';

type LayerSwatchProps = { readonly layer: MapLayer; readonly look: LayerLook };

/** What a layer looks like on the map: its line, or a sign for tiles, which have colours of their own. */
export function LayerSwatch({ layer: { form }, look }: LayerSwatchProps) {
  if (form === 'pmtiles' || form === 'mbtiles')
    return <Grid2x2 className={styles.swatch} size={14} aria-hidden="true" />;
  return (
    <svg className={styles.swatch} width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
      <line
        x1="1"
        y1="6"
        x2="21"
        y2="6"
        strokeWidth="3"
        style={{ stroke: `var(${look.colour})`, strokeDasharray: look.dash.join(' ') }}
      />
    </svg>
  );
}
