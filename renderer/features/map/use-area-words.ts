import { useLingui } from '@lingui/react/macro';
import { timeOf } from '#core/picture/narrow-items.ts';
import type { MapShape } from '#core/picture/narrowing.ts';
import type { PictureItem, Stretch } from '#core/picture/picture-item.ts';
import { usePreferences } from '#state/preferences.ts';
import type { AreaWay } from './use-area-tool.ts';

/** What a part of the map is called. */
export function useShapeName(): (shape: MapShape) => string {
  const { t } = useLingui();
  const language = usePreferences((state) => state.language);
  return (shape) => {
    if (shape.kind === 'polygon') return shape.name === '' ? t`Drawn area` : shape.name;
    const km = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(shape.radiusKm);
    const [lat, lon] = [shape.lat.toFixed(2), shape.lon.toFixed(2)];
    return t`${km} km around ${lat}, ${lon}`;
  };
}

/** The ways to select a part of the map by clicks, and what to do for each. */
export function useAreaWays(): readonly {
  readonly way: AreaWay;
  readonly label: string;
  readonly hint: string;
}[] {
  const { t } = useLingui();
  return [
    { way: 'rectangle', label: t`Rectangle`, hint: t`Click two opposite corners on the map.` },
    {
      way: 'polygon',
      label: t`Polygon`,
      hint: t`Click its corners on the map one after the other; a double click closes it.`,
    },
    { way: 'circle', label: t`Radius`, hint: t`Click the middle on the map, then a point of the edge.` },
    {
      way: 'region',
      label: t`Region under a click`,
      hint: t`Click a region of Mali, Niger or Burkina Faso.`,
    },
    {
      way: 'district',
      label: t`Cercle, province or department under a click`,
      hint: t`Click a cercle of Mali, a province of Burkina Faso or a department of Niger.`,
    },
  ];
}

/** When an item was, else when it was made known: never more exact than it is, and said when it is worked out. */
export function useItemDays(): (item: PictureItem) => string {
  const { t } = useLingui();
  return (item) => {
    const when = timeOf(item, 'event');
    const stretch = when ?? item.published;
    if (stretch === null) return t`no date`;
    const days = writeStretch(stretch);
    const said = stretch.basis === 'inferred' ? t`${days} (inferred)` : days;
    return when === null ? t`published ${said}` : said;
  };
}

function writeStretch({ from, until }: Stretch): string {
  return from === until ? (from ?? '') : `${from ?? '…'} – ${until ?? '…'}`;
}
