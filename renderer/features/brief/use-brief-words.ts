import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { BriefWords } from '#core/brief/brief-words.ts';
import { useGradeWords } from '#ui/use-grade-words.ts';

/** The words of a brief's frame, in the language of the screen: the brief is written in it. */
export function useBriefWords(): BriefWords {
  const { i18n } = useLingui();
  const frame = useFrameWords();
  const figures = useFigureWords();
  const sources = useSourceWords();
  const language = i18n.locale.startsWith('fr') ? 'fr' : 'en';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language and nothing else.
  return useMemo(() => ({ language, ...frame, ...figures, ...sources }), [i18n.locale]);
}

function useFrameWords() {
  const { t, i18n } = useLingui();
  return {
    untitled: t`Untitled brief`,
    author: t`Author`,
    cutOff: t`Information cut-off`,
    tlpMeanings: {
      'TLP:RED': t`For the eyes and ears of individual recipients only, no further disclosure.`,
      'TLP:AMBER+STRICT': t`Limited disclosure: on a need-to-know basis within the organisation only.`,
      'TLP:AMBER': t`Limited disclosure: on a need-to-know basis within the organisation and its clients.`,
      'TLP:GREEN': t`Limited disclosure: recipients can spread this within their community.`,
      'TLP:CLEAR': t`No limit on disclosure.`,
    },
    dateTime: (iso: string) => formatLocal(iso, i18n.locale),
    notes: t`Notes and sources`,
    page: t`Page`,
    of: t`of`,
    back: t`Back to the text`,
  };
}

function useFigureWords() {
  const { t } = useLingui();
  return {
    figure: (number: number) => t`Figure ${number}`,
    table: (number: number) => t`Table ${number}`,
    scopeCited: (count: number) =>
      t`${plural(count, {
        one: 'Places accepted in the article this brief cites.',
        other: 'Places accepted in the # articles this brief cites.',
      })}`,
    scopeAll: t`Places accepted in all articles.`,
    scopeShapes: (isCited: boolean) =>
      isCited ? t`Tracks and areas that rest on what it cites.` : t`All tracks and areas.`,
    noPlaces: t`No place has been accepted yet.`,
    placeColumns: [t`Place`, t`Precision`, t`Latitude, longitude`, t`Passages`] as const,
    precisions: {
      exact: t`exact point`,
      near: t`near this point`,
      area: t`somewhere in this area`,
      unknown: t`not located`,
    },
    passageCount: (count: number) => t`${plural(count, { one: '# passage', other: '# passages' })}`,
    // Names and licences; they are the same in every language.
    mapAttribution:
      'Natural Earth (public domain) · Who’s On First · GeoNames (CC BY 4.0) · Mesoshapes (CC0) · Quattroshapes (CC BY)',
    kilometres: (count: number) => t`${count} km`,
    track: t`Track`,
    area: t`Area`,
    areaKinds: {
      control: t`Control`,
      influence: t`Influence`,
      interest: t`Area of interest`,
      other: t`Something else`,
    },
    tableColumns: [t`No.`, t`Passage`, t`Source`, t`Tags`, t`Grade`] as const,
    noRows: t`No passage carries this tag.`,
  };
}

function useSourceWords() {
  const { t } = useLingui();
  const grades = useGradeWords();
  return {
    source: t`Source`,
    byline: t`Byline`,
    date: t`Date`,
    position: t`Position`,
    textSha256: t`SHA-256 of the text`,
    originalSha256: t`SHA-256 of the original`,
    file: t`File`,
    grade: t`Grade`,
    note: t`Note`,
    highlightId: t`Highlight`,
    noPublisher: t`publisher not stated`,
    noDate: t`no date stated`,
    via: (publisher: string, carrier: string) => t`${publisher} via ${carrier}`,
    derived: (value: string) => t`${value} (derived)`,
    byAnalyst: (value: string) => t`${value} (entered by the analyst)`,
    characters: (start: number, end: number, of: number | null) =>
      of === null ? t`characters ${start}–${end}` : t`characters ${start}–${end} of ${of}`,
    ...grades,
    missingPassage: t`Missing passage: the highlight cited here was deleted.`,
    missingArticle: t`the article is no longer in this workspace`,
  };
}

/** A local date and time in words, the day before the month; as it stands when it is none. */
function formatLocal(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(date);
}
