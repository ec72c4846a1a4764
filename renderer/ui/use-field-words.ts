import { useLingui } from '@lingui/react/macro';
import type { Article, Field, Language, NoiseSpan, StatedDate } from '#core/article.ts';

/** Words for what an article's header holds. */
export type FieldWords = {
  readonly language: (language: Language) => string;
  readonly noise: (kind: NoiseSpan['kind']) => string;
  /** Why a value that is not printed as such is there; empty for one that is. */
  readonly basis: (field: Field<unknown>) => string;
  readonly date: (date: StatedDate) => string;
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
  };
  /** A name the program worked out is told from one that is printed. */
  const named = (field: Field<string> | null) =>
    field?.basis === 'derived' ? t`${field.value} (suggested)` : field?.value;
  return {
    language: (language) => languages[language],
    noise: (kind) => noise[kind],
    basis: ({ basis }) => {
      if (basis === 'derived') return t`worked out by the program`;
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
function formatDate({ iso, precision, printed }: StatedDate, locale: string): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(iso);
  if (parts === null) return printed;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? 0));
  const moment = new Date(Date.UTC(year ?? 0, (month || 1) - 1, day || 1, hour, minute));
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (precision !== 'year') options.month = 'long';
  if (precision === 'day' || precision === 'minute') options.day = 'numeric';
  if (precision === 'minute') Object.assign(options, { hour: '2-digit', minute: '2-digit' });
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(moment);
}
