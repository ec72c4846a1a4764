import type { DrawingWords } from '#core/timeline/timeline-picture.ts';
import styles from './Timeline.module.css';

/** A canvas that stays in the view while what it shows is scrolled. */
export function makeCanvas(element: HTMLElement, label: string) {
  const scroller = document.createElement('div');
  scroller.className = styles.scroller ?? '';
  const canvas = document.createElement('canvas');
  canvas.className = styles.canvas ?? '';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', label);
  const spacer = document.createElement('div');
  scroller.append(canvas, spacer);
  element.append(scroller);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('a canvas without a context');
  return { scroller, canvas, spacer, context };
}

/** Widths of texts; the same ones are asked for again at every zoom. */
export function measureIn(context: CanvasRenderingContext2D): DrawingWords['measure'] {
  const known = new Map<string, number>();
  const family = getComputedStyle(document.body).fontFamily;
  return (text, size, isStrong) => {
    const key = `${size} ${isStrong} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size > 20_000) known.clear();
    context.font = `${isStrong ? 600 : 400} ${size}px ${family}`;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

/** Give a canvas a pixel for each of the screen. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const density = devicePixelRatio;
  const [wide, high] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(density, 0, 0, density, 0, 0);
}

/** Hear when there is another size, part or theme to draw. */
export function watchCanvas(scroller: HTMLElement, onSize: () => void, onTheme: () => void): () => void {
  const sizes = new ResizeObserver(onSize);
  sizes.observe(scroller);
  scroller.addEventListener('scroll', onSize, { passive: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  const themes = new MutationObserver(onTheme);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', onTheme);
  return () => {
    sizes.disconnect();
    themes.disconnect();
    system.removeEventListener('change', onTheme);
  };
}
