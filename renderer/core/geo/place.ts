import type { PlaceId } from '#core/ids.ts';

/** How exactly a point stands for a place; `unknown` places are listed, never drawn. */
export type PlacePrecision = 'exact' | 'near' | 'area' | 'unknown';

/** Most other names of a place that are kept. */
export const maxPlaceAliases = 100;

/** A place of the gazetteer or of the analyst. */
export type Place = {
  /** `g:<gazetteer id>`, `c:<ISO code>`, `a:<name key>` or a UUIDv7 for one the analyst made. */
  readonly id: PlaceId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2; empty when it spans countries or is not known. */
  readonly country: string;
  /** `P` town or village, `N` quarter, `C` airport, `A1`, `A2`, `country`, `region`, `informal`, `analyst`. */
  readonly type: string;
  /** Degrees, WGS 84; `null` together when the place is not located. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: PlacePrecision;
  /** Where name and coordinates come from, to be shown. */
  readonly source: string;
  readonly note: string;
  /** The region, cercle, province or department it is said to lie in; left out: nobody says. */
  readonly unit?: string;
  /** The program's entry of this place, where the analyst's own says otherwise. */
  readonly original?: Omit<Place, 'original'>;
};
