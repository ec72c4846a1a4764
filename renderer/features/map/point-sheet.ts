import type { Map as LeafletMap, Point, ZoomAnimEvent } from 'leaflet';

/** Views of room on each side, so that a drag does not uncover a bare edge at once. */
const padding = 0.2;

/** A cleared canvas over the view. */
export type Cleared = {
  readonly context: CanvasRenderingContext2D;
  /** The pixel of the whole world, at the zoom drawn, that lies at the canvas's upper left corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How many pixels wide the whole world is at that zoom. */
  readonly worldSize: number;
  /** Pixels of the screen to one of the page. */
  readonly density: number;
};

/** A canvas that moves and grows with the map. */
export type PointSheet = {
  /** Put it over the view as it is now; `null` while the map has no size. */
  clear(): Cleared | null;
  /** Whether the view has moved to where nothing is drawn. */
  isOutgrown(): boolean;
  readonly pane: HTMLElement;
  destroy(): void;
};

/** Lay a canvas over the map, in a pane of its own. */
export function addPointSheet(map: LeafletMap, name: string, zIndex: number): PointSheet {
  const pane = map.createPane(name);
  pane.style.zIndex = `${zIndex}`;
  pane.style.pointerEvents = 'none';
  const canvas = document.createElement('canvas');
  canvas.className = 'leaflet-zoom-animated';
  canvas.style.transformOrigin = '0 0';
  canvas.setAttribute('aria-hidden', 'true');
  pane.append(canvas);
  let laid: { corner: Point; margin: Point; zoom: number } | null = null;

  // Leaflet's own style sheet moves it there in step with the rest.
  const grow = ({ center, zoom }: ZoomAnimEvent) => {
    if (laid === null) return;
    const scale = map.getZoomScale(zoom, laid.zoom);
    const middle = map.project(center, zoom).subtract(map.getSize().divideBy(2));
    const corner = laid.corner
      .multiplyBy(scale)
      .subtract(middle)
      .add(map.containerPointToLayerPoint([0, 0]));
    canvas.style.transform = `translate3d(${corner.x}px, ${corner.y}px, 0) scale(${scale})`;
  };
  map.on('zoomanim', grow);

  return {
    pane,
    clear() {
      const size = map.getSize();
      const context = canvas.getContext('2d');
      if (context === null || size.x === 0 || size.y === 0) return null;
      const margin = size.multiplyBy(padding).round();
      const full = size.add(margin.multiplyBy(2));
      const density = window.devicePixelRatio || 1;
      resize(canvas, full, density);
      const place = map.containerPointToLayerPoint(margin.multiplyBy(-1));
      canvas.style.transform = `translate3d(${place.x}px, ${place.y}px, 0)`;
      const corner = map.getPixelOrigin().add(place);
      laid = { corner, margin, zoom: map.getZoom() };
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, full.x, full.y);
      return {
        context,
        left: corner.x,
        top: corner.y,
        width: full.x,
        height: full.y,
        worldSize: 256 * 2 ** map.getZoom(),
        density,
      };
    },
    isOutgrown() {
      if (laid === null) return true;
      const moved = map.getPixelBounds().getTopLeft().subtract(laid.corner).subtract(laid.margin);
      return Math.abs(moved.x) > laid.margin.x || Math.abs(moved.y) > laid.margin.y;
    },
    destroy() {
      map.off('zoomanim', grow);
      canvas.remove();
    },
  };
}

/** A canvas given its size anew is made anew, which costs: only when it has another one. */
function resize(canvas: HTMLCanvasElement, { x, y }: Point, density: number): void {
  const width = Math.round(x * density);
  const height = Math.round(y * density);
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${x}px`;
  canvas.style.height = `${y}px`;
}
