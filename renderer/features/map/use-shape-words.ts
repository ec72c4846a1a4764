import { useLingui } from '@lingui/react/macro';
import type { MapShape } from '#core/picture/narrowing.ts';
import { usePreferences } from '#state/preferences.ts';

/** Words for what is selected on the map. */
export function useShapeWords(): { name(shape: MapShape): string } {
  const { t } = useLingui();
  const language = usePreferences((state) => state.language);
  return {
    name(shape) {
      if (shape.kind === 'polygon') return shape.name === '' ? t`Drawn area` : shape.name;
      const km = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(shape.radiusKm);
      return t`Within ${km} km`;
    },
  };
}
