/** Words that stand for an actor without being its name. */
export type Description = {
  readonly texts: readonly string[];
  /** Ids of the registry; whichever the article speaks of. */
  readonly of: readonly string[];
  /** A writer who names one of them otherwise elsewhere means another by this: “EIGS … IS”. */
  readonly tellsApart?: true;
  /** What tells, beside its being named: parts of words. */
  readonly near?: Readonly<Record<string, readonly string[]>>;
};

const countries = {
  'mali-authorities': ['Mali', 'Bamako', 'Goïta'],
  'niger-authorities': ['Nigerien', 'Niamey', 'Tiani', 'nigérien'],
  'burkina-authorities': ['Burkina', 'Ouagadougou'],
};

/** Usual in English and French articles on the Sahel. */
export const descriptions: readonly Description[] = [
  {
    texts: ['IS'],
    tellsApart: true,
    of: ['is-core', 'is-sahel', 'iswap'],
    near: {
      'is-core': ['Iraq', 'Syria', 'Irak', 'Syrie', 'Islamic'],
      'is-sahel': ['Sahel'],
      iswap: ['Borno'],
    },
  },
  { texts: ['Alliance'], of: ['aes'] },
  {
    texts: [
      'separatist rebels',
      'Tuareg rebels',
      'pro-independence groups',
      'independence groups',
      'rebelles séparatistes',
      'rebelles touareg',
      'rebelles touaregs',
      'groupes indépendantistes',
      'rebelles indépendantistes',
    ],
    of: ['csp', 'fla', 'cma'],
  },
  {
    texts: [
      'Russian allies',
      'Russian partners',
      'alliés russes',
      'partenaires russes',
      'forces russes',
      'Russian forces',
    ],
    of: ['wagner'],
  },
  {
    texts: [
      'junta',
      'military junta',
      'junte',
      'military regime',
      'military government',
      'régime militaire',
      'gouvernement militaire',
      'military authorities',
      'autorités militaires',
      'transitional authorities',
      'autorités de transition',
      'transitional government',
      'gouvernement de transition',
      'gouvernement de la transition',
    ],
    of: Object.keys(countries),
    near: countries,
  },
];
