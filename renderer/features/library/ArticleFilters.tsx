import { useLingui } from '@lingui/react/macro';
import { memo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import {
  type ArticleFilter,
  isNarrowed,
  type ListedArticle,
  listSources,
  noFilter,
} from '#core/library/list-articles.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import { libraryList } from './library-list.ts';
import { useStatusWords } from './use-status-words.ts';

type ArticleFiltersProps = {
  readonly articles: readonly ListedArticle[];
  readonly tags: ReadonlyMap<TagId, Tag>;
};

/** What narrows the list: words, status, language, source, tag, whether a date is stated. */
export function ArticleFilters({ articles, tags }: ArticleFiltersProps) {
  const sources = useSame(listSources(articles));
  const used = useSame([...new Set(articles.flatMap(({ tagIds }) => tagIds))]);
  return <Filters sources={sources} used={used} tags={tags} />;
}

type FiltersProps = {
  readonly sources: readonly string[];
  /** The tags some article has. */
  readonly used: readonly TagId[];
  readonly tags: ReadonlyMap<TagId, Tag>;
};

/** Drawn anew only when there is something else to choose: an import brings articles several times a second. */
const Filters = memo(function Filters({ sources, used, tags }: FiltersProps) {
  const { t } = useLingui();
  const { filter } = useStore(libraryList);
  const fields = useFieldWords();
  const statuses = useStatusWords();
  const set = (part: Partial<ArticleFilter>) => libraryList.setState({ filter: { ...filter, ...part } });
  const any = (label: string) => ({ value: '', label });
  const languages = ['en', 'fr', 'ar', 'und'] as const;
  return (
    <>
      <FilterField filter={filter} set={set} />
      <Select
        label={t`Status`}
        hideLabel
        value={filter.status ?? ''}
        options={[
          any(t`Any status`),
          { value: 'unread', label: statuses.unread },
          { value: 'reading', label: statuses.reading },
          { value: 'read', label: statuses.read },
          { value: 'flagged', label: t`flagged` },
        ]}
        onChange={(value) => set({ status: value === '' ? null : (value as ArticleFilter['status']) })}
      />
      <Select
        label={t`Language`}
        hideLabel
        value={filter.language ?? ''}
        options={[
          any(t`Any language`),
          ...languages.map((value) => ({ value, label: fields.language(value) })),
        ]}
        onChange={(value) => set({ language: languages.find((language) => language === value) ?? null })}
      />
      <Select
        label={t`Source`}
        hideLabel
        value={filter.source ?? ''}
        options={[any(t`Any source`), ...sources.map((value) => ({ value, label: value }))]}
        onChange={(value) => set({ source: value === '' ? null : value })}
      />
      <Select
        label={t`Tag`}
        hideLabel
        value={filter.tagId ?? ''}
        options={[
          any(t`Any tag`),
          ...[...tags.values()]
            .filter((tag) => used.includes(tag.id))
            .map((tag) => ({ value: tag.id as string, label: tag.name })),
        ]}
        onChange={(value) => set({ tagId: [...tags.keys()].find((id) => id === value) ?? null })}
      />
      <Select
        label={t`Date`}
        hideLabel
        value={filter.date ?? ''}
        options={[
          any(t`Dated or not`),
          { value: 'stated', label: t`date stated` },
          { value: 'none', label: t`no date stated` },
        ]}
        onChange={(value) => set({ date: value === '' ? null : (value as ArticleFilter['date']) })}
      />
      {isNarrowed(filter) && (
        <Button variant="quiet" size="small" onPress={() => libraryList.setState({ filter: noFilter })}>
          {t`Clear filters`}
        </Button>
      )}
    </>
  );
});

/** The list that was given before, as long as it holds the same. */
function useSame<Item>(list: readonly Item[]): readonly Item[] {
  const last = useRef(list);
  const isSame = list.length === last.current.length && list.every((item, at) => item === last.current[at]);
  if (!isSame) last.current = list;
  return last.current;
}

type FilterFieldProps = {
  readonly filter: ArticleFilter;
  readonly set: (part: Partial<ArticleFilter>) => void;
};

function FilterField({ filter, set }: FilterFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`Filter by title, source or file name`}
      hideLabel
      type="search"
      placeholder={t`Filter by title or source`}
      value={filter.text}
      onChange={(text) => set({ text })}
    />
  );
}
