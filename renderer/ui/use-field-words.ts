import { useLingui } from '@lingui/react/macro';
import type {
  Article,
  Field,
  InferredDate,
  Language,
  NoiseSpan,
  StatedDate,
  Translation,
} from '#core/article.ts';

/** Words for what an article's header holds. */
export type FieldWords = {
  readonly language: (language: Language) => string;
  readonly noise: (kind: NoiseSpan['kind']) => string;
  /** Why a value that is not printed as such is there; empty for one that is. */
  readonly basis: (field: Field<unknown>) => string;
  readonly date: (date: StatedDate) => string;
  /** A range of dates, open at an end where nothing tells. */
  readonly range: (range: InferredDate) => string;
  /** A language by its BCP 47 code. */
  readonly languageNamed: (code: string) => string;
  readonly translation: (translation: Translation) => string;
  /** "publisher via carrier", as far as either is stated. */
  readonly source: (article: Pick<Article, 'publisher' | 'carrier'>) => string;
};

/** Words for what an article's header holds, in the analyst's language. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useLingui();
  const languages: Record<Language, string> = {
    en: t`English`,
    fr: t`French`,
    ar: t`Arabic`,
    und: t`language not known`,
  };
  const noise: Record<NoiseSpan['kind'], string> = {
    menu: t`menu`,
    caption: t`caption`,
    bio: t`about the author`,
    share: t`share buttons`,
    comments: t`comments`,
    related: t`related articles`,
    markup: t`markup`,
    hashtags: t`hashtags`,
    stamp: t`stamp`,
    notice: t`notice`,
    quoted: t`quoted mail`,
    signature: t`signature`,
  };
  /** A name the program worked out is told from one that is printed. */
  const named = (field: Field<string> | null) =>
    field?.basis === 'derived' ? t`${field.value} (suggested)` : field?.value;
  // Languages of the Sahel that the window has no names for.
  const ownNames: Record<string, string> = { ff: t`Fulah`, tmh: t`Tamasheq`, bm: t`Bambara`, ha: t`Hausa` };
  const languageNamed = (code: string) => ownNames[code] ?? nameLanguage(code, i18n.locale);
  function range({ from, until }: InferredDate): string {
    const first = from === null ? '' : formatIso(from, i18n.locale);
    const last = until === null ? '' : formatIso(until, i18n.locale);
    if (first === last) return first;
    if (last === '') return t`${first} or later`;
    return first === '' ? t`${last} or earlier` : t`between ${first} and ${last}`;
  }
  function translation({ by, from }: Translation): string {
    const source = from === null ? '' : languageNamed(from);
    if (by === 'machine')
      return from === null ? t`translated by a machine` : t`translated from ${source} by a machine`;
    return from === null ? t`translated, nobody says how` : t`translated from ${source}, nobody says how`;
  }
  return {
    range,
    languageNamed,
    translation,
    language: (language) => languages[language],
    noise: (kind) => noise[kind],
    basis: ({ basis }) => {
      if (basis === 'derived') return t`inferred by the program`;
      return basis === 'analyst' ? t`entered by you` : '';
    },
    date: (date) => formatDate(date, i18n.locale),
    source: ({ publisher, carrier }) => {
      const from = named(publisher);
      const by = named(carrier);
      if (from === undefined)
        return by === undefined ? t`publisher not stated` : t`publisher not stated, via ${by}`;
      return by === undefined || by === from ? from : t`${from} via ${by}`;
    },
  };
}

/** The date as far as it is known, never completed; as printed when it can't be read. */
function formatDate({ iso, printed }: StatedDate, locale: string): string {
  return formatIso(iso, locale) || printed;
}

/** A date as far as it is written; empty when it is none. */
function formatIso(iso: string, locale: string): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(iso);
  if (parts === null) return '';
  const [, year, month, day, hour, minute] = parts;
  const moment = new Date(
    Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)),
  );
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  if (minute !== undefined) Object.assign(options, { hour: '2-digit', minute: '2-digit' });
  return dateFormat(locale === 'en' ? 'en-GB' : locale, options).format(moment);
}

/** By language and options: making one takes longer than all else in drawing a row. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

function nameLanguage(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
