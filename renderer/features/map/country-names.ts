import type { Area } from './load-base.ts';

/** A country on the base as it is labelled. */
export type CountryName = {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  /** Where the name stands best, in degrees; left out: in the middle of what is seen. */
  readonly at?: readonly [number, number];
};

/** The countries of the base by the name Natural Earth gives them. */
export const countryNames: Readonly<Record<string, CountryName>> = {
  Mali: { code: 'ML', en: 'Mali', fr: 'Mali', at: [20.3, -2.6] },
  Niger: { code: 'NE', en: 'Niger', fr: 'Niger', at: [17.3, 9.3] },
  'Burkina Faso': { code: 'BF', en: 'Burkina Faso', fr: 'Burkina Faso', at: [11.75, -2.2] },
  Algeria: { code: 'DZ', en: 'Algeria', fr: 'Algérie', at: [26.5, 3] },
  Mauritania: { code: 'MR', en: 'Mauritania', fr: 'Mauritanie', at: [19.2, -10] },
  Nigeria: { code: 'NG', en: 'Nigeria', fr: 'Nigeria', at: [9.6, 8] },
  Benin: { code: 'BJ', en: 'Benin', fr: 'Bénin', at: [10.2, 2.3] },
  Togo: { code: 'TG', en: 'Togo', fr: 'Togo', at: [8.6, 1] },
  Ghana: { code: 'GH', en: 'Ghana', fr: 'Ghana', at: [8, -1.2] },
  "Côte d'Ivoire": { code: 'CI', en: 'Côte d’Ivoire', fr: 'Côte d’Ivoire', at: [7.6, -5.6] },
  Guinea: { code: 'GN', en: 'Guinea', fr: 'Guinée', at: [10.5, -10.8] },
  Senegal: { code: 'SN', en: 'Senegal', fr: 'Sénégal', at: [14.6, -14.5] },
  Chad: { code: 'TD', en: 'Chad', fr: 'Tchad', at: [14.5, 15.2] },
  Libya: { code: 'LY', en: 'Libya', fr: 'Libye', at: [27, 14] },
  Cameroon: { code: 'CM', en: 'Cameroon', fr: 'Cameroun', at: [6, 12.8] },
  Morocco: { code: 'MA', en: 'Morocco', fr: 'Maroc', at: [31.5, -6.5] },
  'W. Sahara': { code: 'EH', en: 'Western Sahara', fr: 'Sahara occidental', at: [24.3, -13.5] },
  Tunisia: { code: 'TN', en: 'Tunisia', fr: 'Tunisie', at: [34, 9.4] },
  'Sierra Leone': { code: 'SL', en: 'Sierra Leone', fr: 'Sierra Leone', at: [8.5, -11.8] },
  Liberia: { code: 'LR', en: 'Liberia', fr: 'Liberia', at: [6.5, -9.4] },
  Gambia: { code: 'GM', en: 'Gambia', fr: 'Gambie', at: [13.45, -15.4] },
  'Guinea-Bissau': { code: 'GW', en: 'Guinea-Bissau', fr: 'Guinée-Bissau', at: [12, -15] },
  'Central African Rep.': { code: 'CF', en: 'Central African Rep.', fr: 'Rép. centrafricaine' },
  'Eq. Guinea': { code: 'GQ', en: 'Eq. Guinea', fr: 'Guinée éq.' },
  Spain: { code: 'ES', en: 'Spain', fr: 'Espagne' },
  Portugal: { code: 'PT', en: 'Portugal', fr: 'Portugal' },
  Italy: { code: 'IT', en: 'Italy', fr: 'Italie' },
  Malta: { code: 'MT', en: 'Malta', fr: 'Malte' },
  Gibraltar: { code: 'GI', en: 'Gibraltar', fr: 'Gibraltar' },
};

/** Capitals in the gazetteer, as it spells them. */
export const capitals: ReadonlySet<string> = new Set([
  'Bamako',
  'Niamey',
  'Ouagadougou',
  'Alger',
  'Nouakchott',
  'Abuja',
  'Porto-Novo',
  'Lomé',
]);

/** The lakes of the base that are worth a name, with their French one. */
export const lakeNames: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  'Lake Chad': { en: 'Lake Chad', fr: 'Lac Tchad' },
  'Lake Dbo': { en: 'Lake Débo', fr: 'Lac Débo' },
  'Kainji Reservoir': { en: 'Kainji Reservoir', fr: 'Lac de Kainji' },
  'Lake Volta': { en: 'Lake Volta', fr: 'Lac Volta' },
  'Lac de Kossou': { en: 'Lake Kossou', fr: 'Lac de Kossou' },
};

/** Centre-Ouest of Burkina Faso; the source calls it Centre-Est, like its neighbour, in French. */
const misnamedRegion = 1108805695;

/** What a region is called. */
export function regionName({ properties }: Area, language: 'en' | 'fr'): string {
  const { id, name, wname } = properties;
  const wanted = language === 'en' || id === misnamedRegion ? wname : name;
  return (wanted ?? name).trim();
}

/** The three countries that everything is about. */
export const coreCodes: readonly string[] = ['ML', 'NE', 'BF'];
