import type { Map as LeafletMap } from 'leaflet';
import type { LatLon } from '#core/geo/distance.ts';
import styles from './Map.module.css';

/** Whether clicks on the map give points. */
export type MapPicking = { isOn(): boolean; update(isOn: boolean): void; destroy(): void };

const doubleClickMs = 700;

/** Give points of the map by clicks, and by Enter its middle, while that is wanted. */
export function createPicking(
  map: LeafletMap,
  element: HTMLElement,
  onPick: (point: LatLon) => void,
): MapPicking {
  let isOn = false;
  let pickedAt = Number.NEGATIVE_INFINITY;
  map.on('click', ({ latlng, originalEvent }) => {
    if (!isOn) return;
    pickedAt = originalEvent.timeStamp;
    onPick({ lat: latlng.lat, lon: latlng.wrap().lng });
  });
  // Two clicks that picked are no double click on the map, which would zoom.
  const onDoubleClick = (event: MouseEvent) => {
    if (event.timeStamp - pickedAt < doubleClickMs) event.stopPropagation();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== element || !isOn) return;
    const { lat, lng } = map.getCenter();
    onPick({ lat, lon: lng });
  };
  element.addEventListener('dblclick', onDoubleClick, { capture: true });
  element.addEventListener('keydown', onKeyDown);
  return {
    isOn: () => isOn,
    update(now) {
      isOn = now;
      element.classList.toggle(styles.picking ?? '', now);
    },
    destroy() {
      element.removeEventListener('dblclick', onDoubleClick, { capture: true });
      element.removeEventListener('keydown', onKeyDown);
    },
  };
}
