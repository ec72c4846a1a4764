import './map-colours.css';

const names = [
  'sea',
  'land',
  'mali',
  'niger',
  'burkina',
  'water',
  'river',
  'border',
  'border-wash',
  'border-far',
  'region',
  'district',
  'words',
  'words-soft',
  'words-country',
  'halo',
  'pin',
  'beyond',
  'outline',
  'highlight',
  'article',
] as const;

/** Every colour the map is drawn with, as a canvas takes it. */
export type MapColours = Readonly<Record<(typeof names)[number], string>>;

/** The colours of the theme the page is in now. */
export function readMapColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    names.map((name) => [name, style.getPropertyValue(`--map-${name}`)]),
  ) as MapColours;
}

/** Hear when the page changes from light to dark or back; call what it answers to stop. */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', listener);
  };
}
