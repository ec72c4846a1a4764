import { useLingui } from '@lingui/react/macro';
import type { Dating, DatingBasis } from '#core/time/dating.ts';
import type { AreaProblem } from '#core/tracks/check-area.ts';
import type { AreaKind, WaypointPrecision } from '#core/tracks/track.ts';
import type { Leg } from '#core/tracks/track-legs.ts';

/** What tracks and areas and their parts are called, in the analyst's language. */
export type TrackWords = {
  readonly areaKind: (kind: AreaKind) => string;
  readonly basis: (basis: DatingBasis) => string;
  readonly timePrecision: (precision: Dating['precision']) => string;
  readonly when: (days: Pick<Dating, 'from' | 'until'>) => string;
  /** What is wrong with a ring of an area: its outline (0) or a hole. */
  readonly areaProblem: (problem: AreaProblem) => string;
  /** Why a drawn hole was not cut. */
  readonly holeRefused: (code: AreaProblem['code'] | 'full') => string;
  readonly waypointPrecision: (precision: WaypointPrecision) => string;
  /** “12 km, 045°”. */
  readonly away: (km: number, bearing: number) => string;
  /** “287 km to the north-east, 7 days”. */
  readonly leg: (leg: Leg) => string;
};

/** The words for tracks and areas. */
export function useTrackWords(): TrackWords {
  const { t, i18n } = useLingui();
  const date = (iso: string) =>
    i18n.date(new Date(`${iso}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' });
  const kinds: Record<AreaKind, string> = {
    control: t`Control`,
    influence: t`Influence`,
    interest: t`Area of interest`,
    other: t`Something else`,
  };
  const bases: Record<DatingBasis, string> = {
    stated: t`Stated, with its year`,
    inferred: t`Inferred`,
    analyst: t`Entered by the analyst`,
  };
  const precisions: Record<WaypointPrecision, string> = {
    exact: t`Exact`,
    near: t`Approximate`,
    area: t`Somewhere in the area`,
  };
  const kilometres = (km: number) => i18n.number(km, { maximumFractionDigits: km < 100 ? 1 : 0 });
  const direction = (bearing: number) => `${String(Math.round(bearing) % 360).padStart(3, '0')}°`;
  const days = (leg: Leg) => {
    if (leg.isBackInTime) return t`its end is dated before its beginning`;
    if (leg.days === null) return '';
    const { least, most } = leg.days;
    return least === most ? t`${most} d` : t`${least} to ${most} d`;
  };
  return {
    areaKind: (kind) => kinds[kind],
    basis: (basis) => bases[basis],
    timePrecision: (precision) => {
      if (precision === null) return t`Longer, or not known`;
      if (precision === 1) return t`1 – the day`;
      return precision === 2 ? t`2 – a week or so` : t`3 – a month`;
    },
    when: ({ from, until }) => {
      if (from === null && until === null) return t`No date`;
      if (from === null) return t`until ${date(until ?? '')}`;
      if (until === null) return t`from ${date(from)}`;
      return from === until ? date(from) : `${date(from)} – ${date(until)}`;
    },
    areaProblem: ({ code, ring }) => {
      const where = ring === 0 ? t`The outline` : t`Hole ${ring}`;
      const said: Record<AreaProblem['code'], string> = {
        'few-corners': t`${where} has fewer than three corners: it is not drawn and not exported.`,
        'crosses-itself': t`${where} crosses itself: nobody can say what lies inside.`,
        'hole-outside': t`${where} does not lie inside of the outline.`,
        'holes-overlap': t`${where} meets another hole.`,
      };
      return said[code];
    },
    holeRefused: (code) => {
      const said: Record<AreaProblem['code'] | 'full', string> = {
        'few-corners': t`No hole was cut: it is one from three corners on.`,
        'crosses-itself': t`No hole was cut: its edge crosses itself.`,
        'hole-outside': t`No hole was cut: it has to lie inside of the outline, all of it.`,
        'holes-overlap': t`No hole was cut: it meets another hole.`,
        full: t`No hole was cut: the area has as many corners as it can have.`,
      };
      return said[code];
    },
    waypointPrecision: (precision) => precisions[precision],
    away: (km, bearing) => {
      const [far, way] = [kilometres(km), direction(bearing)];
      return t`${far} km, ${way}`;
    },
    leg: (leg) => {
      const [km, bearing] = [kilometres(leg.km), direction(leg.bearing)];
      return [t`${km} km as the crow flies, ${bearing}`, days(leg)].filter((part) => part !== '').join(' · ');
    },
  };
}
