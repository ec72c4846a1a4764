import { type MapColours, readMapColours } from './map-colours.ts';

/** The colours own layers are drawn in, as a canvas takes them. To read one makes the page work out its styles. */
export type OwnColours = {
  readonly ofMap: () => MapColours;
  /** A custom property of the theme (`--tag-blue`). */
  readonly named: (name: string) => string;
  /** The theme has changed. */
  forget(): void;
};

/** Colours of the theme as they are in `container`, read once and held until they are forgotten. */
export function createOwnColours(container: HTMLElement): OwnColours {
  let ofMap: MapColours | null = null;
  const byName = new Map<string, string>();
  return {
    ofMap() {
      ofMap ??= readMapColours();
      return ofMap;
    },
    named(name) {
      const colour = byName.get(name) ?? resolve(container, name);
      byName.set(name, colour);
      return colour;
    },
    forget() {
      ofMap = null;
      byName.clear();
    },
  };
}

function resolve(container: HTMLElement, name: string): string {
  const before = container.style.getPropertyValue('caret-color');
  container.style.setProperty('caret-color', `var(${name})`);
  const colour = getComputedStyle(container).caretColor;
  container.style.setProperty('caret-color', before);
  return colour;
}
