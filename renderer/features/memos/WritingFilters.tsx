import { Plural, useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { AnalystId } from '#core/ids.ts';
import type { Shelf } from '#core/memos/things.ts';
import {
  everyWriting,
  isNarrowed,
  type Writing,
  type WritingFilter,
  type WritingOrder,
} from '#core/memos/writings.ts';
import { useSession } from '#state/session.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Memos.module.css';
import { beginMemo, memoDesk, useMemoDesk } from './memo-desk.ts';
import { ThingPicker } from './ThingPicker.tsx';
import { useMemoWords } from './use-memo-words.ts';
import { useAnalystNames } from './use-memos.ts';
import { useSaveWritings } from './use-save-writings.ts';

type WritingFiltersProps = {
  readonly all: readonly Writing[];
  readonly shown: readonly Writing[];
  readonly shelf: Shelf;
};

const subjects = ['workspace', 'article', 'tag', 'highlight', 'memo', 'free'] as const;

function narrow(change: Partial<WritingFilter>): void {
  memoDesk.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** What the list is narrowed to and sorted by, how many pass, and what can be done with them. */
export function WritingFilters({ all, shown, shelf }: WritingFiltersProps) {
  const { t } = useLingui();
  const session = useSession();
  const filter = useMemoDesk((desk) => desk.filter);
  return (
    <div className={styles.filters}>
      <div className={styles.filterLine}>
        <div className={styles.words}>
          <TextField
            label={t`Words in memos and notes`}
            hideLabel
            type="search"
            placeholder={t`Words in memos and notes`}
            value={filter.text}
            onChange={(text) => narrow({ text })}
          />
        </div>
        <Button variant="primary" onPress={() => beginMemo(session, { kind: 'free' })}>
          <Plus size={15} aria-hidden="true" />
          {t`New memo`}
        </Button>
      </div>
      <Choices all={all} filter={filter} />
      <Things filter={filter} shelf={shelf} />
      <div className={styles.filterLine}>
        <span className={styles.count} role="status">
          {isNarrowed(filter) ? (
            <Plural
              value={all.length}
              one={`${shown.length} of # memo or note`}
              other={`${shown.length} of # memos and notes`}
            />
          ) : (
            <Plural value={all.length} one="# memo or note" other="# memos and notes" />
          )}
        </span>
        {isNarrowed(filter) && (
          <Button variant="quiet" size="small" onPress={() => memoDesk.setState({ filter: everyWriting })}>
            {t`Show all`}
          </Button>
        )}
        <span className={styles.gap} />
        <SaveMenu shown={shown} shelf={shelf} />
      </div>
    </div>
  );
}

function Choices({ all, filter }: { readonly all: readonly Writing[]; readonly filter: WritingFilter }) {
  const { t } = useLingui();
  const words = useMemoWords();
  const nameOf = useAnalystNames();
  const order = useMemoDesk((desk) => desk.order);
  const authors = [...new Set([...all.map(({ analystId }) => analystId ?? 'unknown'), filter.analystId])];
  const known = authors.filter((id): id is AnalystId | 'unknown' => id !== null);
  const orders: { value: WritingOrder; label: string }[] = [
    { value: 'changed', label: t`Changed last` },
    { value: 'made', label: t`Begun last` },
    { value: 'name', label: t`Name` },
    { value: 'subject', label: t`What they are on` },
  ];
  const any = 'any';
  return (
    <div className={styles.choices}>
      <Select
        label={t`Kind`}
        value={filter.kind ?? any}
        options={[
          { value: any, label: t`Memos and notes` },
          ...subjects.map((kind) => ({ value: kind, label: t`Memos: ${words.subject(kind)}` })),
          { value: 'note', label: t`Notes on passages` },
          { value: 'left', label: t`Memos on what is gone` },
        ]}
        onChange={(kind) => narrow({ kind: kind === any ? null : kind })}
      />
      {known.length > 1 && (
        <Select
          label={t`Analyst`}
          value={filter.analystId ?? any}
          options={[
            { value: any, label: t`Anybody` },
            ...known.map((id) => ({ value: id, label: nameOf(id === 'unknown' ? null : id) })),
          ]}
          onChange={(id) => narrow({ analystId: known.find((one) => one === id) ?? null })}
        />
      )}
      <TextField
        label={t`Changed from`}
        type="date"
        value={filter.from}
        onChange={(from) => narrow({ from })}
      />
      <TextField
        label={t({ message: 'to', context: 'up to a day' })}
        type="date"
        value={filter.to}
        onChange={(to) => narrow({ to })}
      />
      <Select
        label={t`Sort by`}
        value={order}
        options={orders}
        onChange={(chosen) => memoDesk.setState({ order: chosen })}
      />
    </div>
  );
}

/** The tag and the article the list is narrowed to. */
function Things({ filter, shelf }: { readonly filter: WritingFilter; readonly shelf: Shelf }) {
  const { t } = useLingui();
  const [choosing, setChoosing] = useState<'tag' | 'article' | null>(null);
  const tag = filter.tagId === null ? undefined : shelf.tags.get(filter.tagId);
  const article = filter.articleId === null ? undefined : shelf.articles.get(filter.articleId);
  return (
    <div className={styles.filterLine}>
      {tag === undefined ? (
        <Button size="small" onPress={() => setChoosing('tag')}>{t`With a tag…`}</Button>
      ) : (
        <Chip color={tag.color} name={tag.name} onRemove={() => narrow({ tagId: null })}>
          {tagPathText(tag.id, shelf.tags)}
        </Chip>
      )}
      {article === undefined ? (
        <Button size="small" onPress={() => setChoosing('article')}>{t`On an article…`}</Button>
      ) : (
        <Chip name={article.title.value} onRemove={() => narrow({ articleId: null })}>
          {article.title.value}
        </Chip>
      )}
      <ThingPicker
        title={
          choosing === 'tag' ? t`Only what has to do with the tag` : t`Only what has to do with the article`
        }
        kinds={choosing === 'tag' ? onlyTags : onlyArticles}
        isOpen={choosing !== null}
        onChoose={(target) => {
          if (target.kind === 'tag') narrow({ tagId: target.id });
          if (target.kind === 'article') narrow({ articleId: target.id });
        }}
        onClose={() => setChoosing(null)}
      />
    </div>
  );
}

const onlyTags = ['tag'] as const;
const onlyArticles = ['article'] as const;

function SaveMenu({ shown, shelf }: { readonly shown: readonly Writing[]; readonly shelf: Shelf }) {
  const { t } = useLingui();
  const save = useSaveWritings(shelf);
  const isDisabled = shown.length === 0;
  return (
    <ActionMenu
      label={t`Save what is listed as a file`}
      actions={[
        { id: 'markdown', label: t`Markdown`, isDisabled, onAction: () => void save(shown, 'markdown') },
        { id: 'html', label: t`HTML page`, isDisabled, onAction: () => void save(shown, 'html') },
        { id: 'csv', label: t`Table (CSV)`, isDisabled, onAction: () => void save(shown, 'csv') },
      ]}
    >
      {t`Save as a file…`}
    </ActionMenu>
  );
}
