import { useLingui } from '@lingui/react/macro';
import type { FigureKind, Qualifier } from '#core/mentions/find-figures.ts';
import type { FoundItem } from '#core/mentions/found-item.ts';
import type { Dating } from '#core/time/dating.ts';
import { useDateReasons } from '#ui/use-date-reasons.ts';

/** Words for what was found beside places, and why. */
export type ItemWords = {
  /** “17 Sep 2024”, or that it is open. */
  date(dating: Dating): string;
  /** How a date is known: “stated with its year”. */
  basis(dating: Dating): string;
  /** “at least 70 killed”. */
  figure(item: Extract<FoundItem, { kind: 'figure' }>): string;
  reason(code: string): string;
  dateReasons(reasons: readonly string[]): string;
};

/** The words of the language the screen is in. */
export function useItemWords(): ItemWords {
  const { t, i18n } = useLingui();
  const dateReasons = useDateReasons();
  const figures = useFigureWords();
  const reasons = useReasonWords();
  const day = (iso: string) =>
    i18n.date(new Date(`${iso}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' });
  const bases: Record<Dating['basis'], string> = {
    stated: t`stated`,
    inferred: t`inferred`,
    analyst: t`entered by hand`,
  };
  // What is worked out bounds a day; what is stated lasted.
  const upTo = (last: string, basis: Dating['basis']) =>
    basis === 'inferred' ? t`${last} or earlier` : t`until ${last}`;
  const since = (first: string, basis: Dating['basis']) =>
    basis === 'inferred' ? t`${first} or later` : t`from ${first}`;
  return {
    date({ from, until, basis }) {
      if (from === null && until === null) return t`Date not known`;
      if (from === null) return upTo(day(until ?? ''), basis);
      if (until === null) return since(day(from), basis);
      return from === until ? day(from) : `${day(from)} – ${day(until)}`;
    },
    basis: ({ basis, from, until }) => (from === null && until === null ? t`not known` : bases[basis]),
    figure: ({ figure: { kind, value, qualifier, unit } }) => {
      const amount = value === null ? t`no number is printed` : i18n.number(value);
      return [figures.qualifier(qualifier), amount, unit, `(${figures.kind(kind)})`]
        .filter((part) => part !== '')
        .join(' ');
    },
    reason: (code) => reasons[code] ?? code,
    dateReasons,
  };
}

function useFigureWords() {
  const { t } = useLingui();
  const kinds: Record<FigureKind, string> = {
    killed: t`killed`,
    wounded: t`wounded`,
    abducted: t`abducted`,
    displaced: t`displaced`,
    arrested: t`arrested`,
    people: t`people`,
    equipment: t`equipment`,
    attacks: t`attacks`,
    share: t`a share`,
    duration: t`a duration`,
    distance: t`a distance`,
    other: t`something else`,
  };
  const qualifiers: Record<NonNullable<Qualifier>, string> = {
    'at-least': t`at least`,
    'more-than': t`more than`,
    nearly: t`nearly`,
    about: t`about`,
    'up-to': t`up to`,
    dozen: t`about`,
    vague: '',
  };
  return {
    kind: (kind: FigureKind) => kinds[kind],
    qualifier: (one: Qualifier) => (one === null ? '' : qualifiers[one]),
  };
}

function useReasonWords(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    name: t`nobody else has this name`,
    'near-name': t`what is named close by tells it from others of the name`,
    'same-paragraph': t`what is named in the paragraph tells it from others of the name`,
    'in-article': t`what is named in the article tells it from others of the name`,
    acronym: t`its acronym follows in brackets`,
    'named-elsewhere': t`the article names it by its own name`,
    surname: t`the only one of this surname whom the article names in full`,
    description: t`a description, and the article tells whose`,
    ambiguous: t`several have this name, and nothing tells which is meant`,
    rank: t`a rank or form of address stands before it`,
    role: t`what the person is stands beside it`,
    quoted: t`is quoted`,
    named: t`is introduced as a name`,
    'usual-name': t`many people of the region have one of these names`,
    'part-of-name': t`a name that stands elsewhere in the article`,
  };
}
