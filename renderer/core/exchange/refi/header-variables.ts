import type { ProjectArticle } from '#core/exchange/coding-project.ts';
import { idFrom } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { WrittenElement, XmlWriter } from './write-xml.ts';

/** The fields of an article's header that REFI-QDA carries as variables. */
export type Header = Pick<
  ProjectArticle,
  'source' | 'textSha256' | 'publisher' | 'carrier' | 'byline' | 'publishedAt' | 'language'
>;

type Variable = {
  readonly name: string;
  readonly type: 'Text' | 'Date';
  readonly field: keyof Header;
  /** What is written; `null`: nothing. */
  readonly write: (header: Header) => string | null;
  /** Other names, folded, under which programs and people keep the same. */
  readonly alias: readonly string[];
};

/** In the order they are written. Of two for one field the later says more, and is believed. */
const variables: readonly Variable[] = [
  {
    name: 'Publisher',
    type: 'Text',
    field: 'publisher',
    write: ({ publisher }) => publisher,
    alias: ['outlet', 'media', 'newspaper', 'journal', 'editeur', 'publication', 'الناشر'],
  },
  { name: 'Carrier', type: 'Text', field: 'carrier', write: ({ carrier }) => carrier, alias: ['via'] },
  {
    name: 'Byline',
    type: 'Text',
    field: 'byline',
    write: ({ byline }) => byline,
    alias: ['author', 'authors', 'auteur', 'auteurs', 'journalist', 'الكاتب'],
  },
  {
    name: 'Published',
    type: 'Date',
    field: 'publishedAt',
    write: ({ publishedAt }) => calendarDay(publishedAt),
    alias: [
      'date',
      'published on',
      'publication date',
      'date of publication',
      'date de publication',
      'التاريخ',
    ],
  },
  {
    // A variable has one type: what is no whole day is written out.
    name: 'Published (as known)',
    type: 'Text',
    field: 'publishedAt',
    write: ({ publishedAt }) => (calendarDay(publishedAt) === publishedAt ? null : publishedAt),
    alias: [],
  },
  {
    name: 'Language',
    type: 'Text',
    field: 'language',
    write: ({ language }) => language,
    alias: ['langue', 'lang', 'اللغة'],
  },
  {
    name: 'Source',
    type: 'Text',
    field: 'source',
    write: ({ source }) => (source === '' ? null : source),
    alias: ['url', 'link', 'address', 'web address', 'lien', 'adresse'],
  },
  {
    name: 'Text SHA-256',
    type: 'Text',
    field: 'textSha256',
    write: ({ textSha256 }) => textSha256,
    alias: [],
  },
];

const byName = new Map(
  variables.flatMap((variable) =>
    [fold(variable.name).trim(), ...variable.alias.map((name) => fold(name))].map(
      (name) => [name, variable] as const,
    ),
  ),
);

/** The definitions of the variables that at least one of `headers` has. */
export function writeVariables(headers: readonly Header[], writer: XmlWriter): WrittenElement[] {
  return variables
    .filter(({ write }) => headers.some((header) => write(header) !== null))
    .map(({ name, type }) => writer.element('Variable', { guid: guidOf(name), name, typeOfVariable: type }));
}

/** The values of one header. */
export function writeValues(header: Header, writer: XmlWriter): WrittenElement[] {
  return variables.flatMap(({ name, type, write }) => {
    const value = write(header);
    if (value === null) return [];
    return [
      writer.element('VariableValue', {}, [
        writer.element('VariableRef', { targetGUID: guidOf(name) }),
        writer.leaf(`${type}Value`, value),
      ]),
    ];
  });
}

/** The header that named values tell, and those that have no field there. */
export function readHeader(values: readonly { readonly name: string; readonly value: string }[]): {
  readonly header: Header;
  readonly rest: readonly { readonly name: string; readonly value: string }[];
} {
  const header: { -readonly [Field in keyof Header]: Header[Field] } = {
    source: '',
    textSha256: null,
    publisher: null,
    carrier: null,
    byline: null,
    publishedAt: null,
    language: null,
  };
  const from = new Map<keyof Header, Variable>();
  const rest: { name: string; value: string }[] = [];
  for (const told of values) {
    const variable = byName.get(fold(told.name).trim());
    const value = variable?.field === 'publishedAt' ? readMoment(told.value, variable.type) : told.value;
    const first = variable && from.get(variable.field);
    const isBetter = variable && (!first || variables.indexOf(variable) > variables.indexOf(first));
    if (!variable || value === null || (first && !isBetter)) rest.push(told);
    else {
      from.set(variable.field, variable);
      header[variable.field] = value;
    }
  }
  return { header, rest };
}

function guidOf(name: string): string {
  return idFrom(`Liptako variable ${name}`);
}

/** The day of a moment that tells one which the calendar has. */
function calendarDay(moment: string | null): string | null {
  const day = /^\d{4}-\d\d-\d\d/.exec(moment ?? '')?.[0];
  if (day === undefined || day.startsWith('0000')) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

/** A moment to the minute, without its zone. The midnight of a date only stands for the day. */
function readMoment(text: string, type: Variable['type']): string | null {
  const parts =
    /^\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?\s*$/.exec(
      text,
    );
  if (parts?.[1] === undefined) return null;
  const isDay = parts[2] === undefined || (type === 'Date' && parts[2] === '00:00');
  return isDay ? parts[1] : `${parts[1]}T${parts[2]}`;
}
