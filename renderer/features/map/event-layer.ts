import { divIcon, type Map as LeafletMap, type Marker, marker } from 'leaflet';
import type { EventMark } from '#core/events/event-marks.ts';
import type { PlaceId } from '#core/ids.ts';
import styles from './Map.module.css';

/** A mark with what is said of it. */
export type TitledEventMark = EventMark & { readonly title: string };

/** The places where something happened. */
export type EventLayer = { update(marks: readonly TitledEventMark[]): void };

/** Draw events as lozenges beside the pins of their places; a click or Enter means the events there. */
export function addEventLayer(map: LeafletMap, onEvents: (placeId: PlaceId) => void): EventLayer {
  map.createPane('events').style.zIndex = '460';
  let drawn: Marker[] = [];
  let shown: readonly TitledEventMark[] | null = null;
  return {
    update(marks) {
      if (marks === shown) return;
      shown = marks;
      for (const old of drawn) old.remove();
      drawn = marks.map((mark) => draw(mark, onEvents).addTo(map));
      // The name can be given only to what is drawn.
      for (const [at, one] of drawn.entries())
        one.getElement()?.setAttribute('aria-label', marks[at]?.title ?? '');
    },
  };
}

function draw(mark: TitledEventMark, onEvents: (placeId: PlaceId) => void): Marker {
  const lozenge = document.createElement('span');
  lozenge.className = `${styles.lozenge} ${styles[`${mark.precision}Event`]}`;
  const made = marker([mark.lat, mark.lon], {
    pane: 'events',
    // Beside the pin of the place, its lower left corner at the point, so that both can be clicked.
    icon: divIcon({ html: lozenge, className: styles.event ?? '', iconSize: [18, 18], iconAnchor: [-3, 21] }),
    bubblingMouseEvents: false,
  });
  const words = document.createElement('span');
  words.textContent = mark.title;
  made.bindTooltip(words, { direction: 'top', offset: [12, -22], className: styles.tooltip ?? '' });
  made.on('click', () => onEvents(mark.placeId));
  made.on('keypress', ({ originalEvent }) => {
    if (originalEvent.key === 'Enter') onEvents(mark.placeId);
  });
  return made;
}
