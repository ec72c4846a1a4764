import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type KeyChoices, readKeyChoices } from '#core/keys/key-map.ts';

/** What the program finds in texts, as the reader underlines it. */
export const underlinedKinds = ['place', 'actor', 'person', 'date', 'figure'] as const;

export type UnderlinedKind = (typeof underlinedKinds)[number];

/** How this analyst likes the screen; kept with the program, not in the workspace. */
export type Preferences = {
  readonly theme: 'light' | 'dark' | 'system';
  readonly language: 'en' | 'fr';
  /** Percent, 90 to 200. */
  readonly textSize: number;
  /** Whether single letters are commands when no box has the focus. */
  readonly singleKeys: boolean;
  /** The commands whose keys were changed or switched off. */
  readonly keys: KeyChoices;
  /** Whether the strip with the map is shown under the reader. */
  readonly showStrip: boolean;
  /** On which side of the text the stripes of its highlights stand. */
  readonly stripeSide: 'left' | 'right';
  /** Whether stripes carry the names of their tags. */
  readonly stripeNames: boolean;
  /** Whether highlights of other analysts are hidden in the reader: for coding without seeing theirs. */
  readonly onlyOwnHighlights: boolean;
  /** What the reader greys: nothing, what is not coded, or what was not read. */
  readonly backlight: 'off' | 'coded' | 'read';
  /** The kinds of things found that are underlined in the text. */
  readonly underlined: readonly UnderlinedKind[];
};

const storageKey = 'liptako.preferences';
const textSizes = [90, 100, 110, 125, 150, 175, 200];

export const preferences = createStore<Preferences>(readPreferences);

preferences.subscribe((state) => localStorage.setItem(storageKey, JSON.stringify(state)));

/** Follow a part of the preferences. */
export function usePreferences<Part>(select: (state: Preferences) => Part): Part {
  return useStore(preferences, select);
}

/** The next larger or smaller text size; `0` goes back to 100 %. */
export function stepTextSize(direction: 1 | -1 | 0): void {
  const { textSize } = preferences.getState();
  const larger = textSizes.find((size) => size > textSize);
  const smaller = textSizes.findLast((size) => size < textSize);
  const next = direction === 0 ? 100 : direction === 1 ? larger : smaller;
  preferences.setState({ textSize: next ?? textSize });
}

/** Let the reader grey the next of its choices; answers which. */
export function stepBacklight(): Preferences['backlight'] {
  const { backlight } = preferences.getState();
  const next = backlight === 'off' ? 'coded' : backlight === 'coded' ? 'read' : 'off';
  preferences.setState({ backlight: next });
  return next;
}

function readPreferences(): Preferences {
  const language = navigator.language.startsWith('fr') ? 'fr' : 'en';
  const usual: Preferences = {
    theme: 'system',
    language,
    textSize: 100,
    singleKeys: true,
    keys: {},
    showStrip: true,
    stripeSide: 'right',
    stripeNames: false,
    onlyOwnHighlights: false,
    backlight: 'off',
    underlined: underlinedKinds,
  };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return sound({ ...usual, ...(typeof stored === 'object' ? stored : {}) }, usual);
  } catch {
    return usual;
  }
}

/** What was stored, with every value that this version does not know replaced by the usual one. */
function sound(read: Preferences, usual: Preferences): Preferences {
  return {
    theme: ['light', 'dark', 'system'].includes(read.theme) ? read.theme : usual.theme,
    language: ['en', 'fr'].includes(read.language) ? read.language : usual.language,
    textSize: textSizes.includes(read.textSize) ? read.textSize : usual.textSize,
    singleKeys: typeof read.singleKeys === 'boolean' ? read.singleKeys : usual.singleKeys,
    keys: readKeyChoices(read.keys),
    showStrip: typeof read.showStrip === 'boolean' ? read.showStrip : usual.showStrip,
    stripeSide: ['left', 'right'].includes(read.stripeSide) ? read.stripeSide : usual.stripeSide,
    stripeNames: typeof read.stripeNames === 'boolean' ? read.stripeNames : usual.stripeNames,
    onlyOwnHighlights:
      typeof read.onlyOwnHighlights === 'boolean' ? read.onlyOwnHighlights : usual.onlyOwnHighlights,
    backlight: ['off', 'coded', 'read'].includes(read.backlight) ? read.backlight : usual.backlight,
    underlined: Array.isArray(read.underlined)
      ? underlinedKinds.filter((kind) => read.underlined.includes(kind))
      : usual.underlined,
  };
}
