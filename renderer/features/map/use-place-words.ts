import { useLingui } from '@lingui/react/macro';
import type { PlaceDoubt } from '#core/geo/check-place.ts';
import type { MentionReason } from '#core/geo/mention.ts';
import type { Place, PlacePrecision } from '#core/geo/place.ts';
import { formatPoint } from './map-furniture.ts';

/** Words for what a place is, how exactly it is known, and why it was suggested. */
export type PlaceWords = {
  /** “Village or town, ML”. */
  kind(place: Place): string;
  precision(precision: PlacePrecision): string;
  /** “15.2167, 0.3000”, or that nobody has located it. */
  point(place: Place): string;
  reason(code: string): string;
  /** Why it may not lie where its point is. */
  doubt(doubt: PlaceDoubt): string;
};

/** The words of the language the screen is in. */
export function usePlaceWords(): PlaceWords {
  const { t, i18n } = useLingui();
  const types: Readonly<Record<string, string>> = {
    P: t`Town or village`,
    N: t`Quarter`,
    C: t`Airport`,
    A1: t`Region`,
    A2: t`Cercle, province or department`,
    country: t`Country`,
    region: t`Region`,
    informal: t`Informal region`,
    analyst: t`Your own place`,
  };
  const precisions: Record<PlacePrecision, string> = {
    exact: t`exact`,
    near: t`approximate`,
    area: t`an area`,
    unknown: t`not located`,
  };
  const reasons: Record<MentionReason, string> = {
    name: t`has this very name`,
    'other-spelling': t`is also spelt so`,
    alias: t`is known by this name`,
    'own-place': t`is a place of yours`,
    'only-one': t`no other place has the name`,
    larger: t`larger than others of the name`,
    'country-in-text': t`its country is named in the article`,
    'near-others': t`close to other places named here`,
    'kind-word': t`a word beside the name says so`,
    'same-name': t`as elsewhere in this article`,
    glued: t`cut out of a longer word`,
    corrected: t`coordinates were corrected`,
    unlocated: t`nobody has located it`,
    'weak-name': t`may be a person or a common word`,
    boilerplate: t`stands in boilerplate`,
  };
  const countries = new Intl.DisplayNames([i18n.locale], { type: 'region' });
  const country = (code: string) => {
    try {
      return code === '' ? '' : (countries.of(code) ?? code);
    } catch {
      return code;
    }
  };
  return {
    kind: ({ type, country: code }) =>
      [types[type] ?? type, type === 'country' ? '' : country(code)].filter(Boolean).join(', '),
    precision: (precision) => precisions[precision],
    point: ({ lat, lon }) => (lat === null || lon === null ? precisions.unknown : formatPoint(lat, lon)),
    doubt: (doubt) => {
      if (doubt.kind === 'unknown-unit')
        return t`The map has no unit called “${doubt.stated}”: whether the point lies in it could not be checked.`;
      const { inside } = doubt;
      const stated = doubt.of === 'country' ? country(doubt.stated) : doubt.stated;
      const km = Math.round(doubt.km);
      return inside === null
        ? t`The point lies ${km} km outside ${stated}, where the place is said to be. Check its coordinates: a sign or two figures may be exchanged.`
        : t`The point lies ${km} km outside ${stated}, where the place is said to be: it is in ${inside}. Check its coordinates: a sign or two figures may be exchanged.`;
    },
    reason: (code) => (code in reasons ? reasons[code as MentionReason] : code),
  };
}
