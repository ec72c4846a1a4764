import { useLingui } from '@lingui/react/macro';
import { LayerSwatch } from './LayerSwatch.tsx';
import styles from './Map.module.css';
import { drawnLayers, useMapLayers } from './use-map-layers.ts';

/** The analyst's own layers among the symbols of the map; nothing while none is shown. */
export function LayerLegend() {
  const { t } = useLingui();
  const drawn = drawnLayers(useMapLayers() ?? []);
  if (drawn.length === 0) return null;
  return (
    <ul className={styles.legendLayers} aria-label={t`Your layers`}>
      {drawn.map(({ layer, look }) => (
        <li key={layer.id} className={styles.legendRow}>
          <LayerSwatch layer={layer} look={look} />
          {layer.name}
        </li>
      ))}
    </ul>
  );
}
