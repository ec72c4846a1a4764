import type { LatLng, Map as LeafletMap } from 'leaflet';
import { gridReference } from '#core/geo/grid-reference.ts';
import styles from './Map.module.css';

/** The earth's circumference at the equator in metres, as Web Mercator has it. */
const equatorMetres = 40_075_016.686;
const widestBar = 110;

/**
 * A scale bar and the coordinates under the pointer, as nodes of our own: Leaflet's controls are written as markup,
 * which the content policy forbids.
 */
export function addMapFurniture(map: LeafletMap, container: HTMLElement): { destroy(): void } {
  const corner = document.createElement('div');
  corner.className = styles.furniture ?? '';
  corner.setAttribute('aria-hidden', 'true');
  // Names of the map keep clear of it.
  corner.dataset.overMap = '';
  const bar = document.createElement('div');
  bar.className = styles.scale ?? '';
  const coordinates = document.createElement('div');
  coordinates.className = styles.coordinates ?? '';
  corner.append(bar, coordinates);
  container.append(corner);

  const measure = () => {
    const metres = niceLength(metresPerPixel(map) * widestBar);
    bar.style.width = `${Math.round(metres / metresPerPixel(map))}px`;
    bar.textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  };
  const follow = ({ latlng }: { latlng: LatLng }) => {
    const point = { lat: latlng.lat, lon: latlng.wrap().lng };
    const reference = gridReference(point);
    coordinates.textContent = [formatPoint(point.lat, point.lon), reference && `MGRS ${reference}`]
      .filter(Boolean)
      .join(' · ');
  };
  const leave = () => {
    coordinates.textContent = '';
  };
  map.on('moveend zoomend resize', measure);
  map.on('mousemove', follow);
  map.on('mouseout', leave);
  measure();
  return {
    destroy() {
      map.off('moveend zoomend resize', measure);
      map.off('mousemove', follow);
      map.off('mouseout', leave);
      corner.remove();
    },
  };
}

/** A point in decimal degrees, latitude first, to about ten metres. */
export function formatPoint(lat: number, lon: number): string {
  return `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
}

function metresPerPixel(map: LeafletMap): number {
  const { lat } = map.getCenter();
  return (equatorMetres * Math.cos((lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);
}

/** The largest 1, 2 or 5 times a power of ten that is not longer. */
function niceLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  return ([5, 2, 1].find((factor) => factor * power <= longest) ?? 1) * power;
}
