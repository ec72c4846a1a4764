import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { Tag } from '#core/codebook/tag.ts';
import { searchTags, tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { usePreferences } from '#state/preferences.ts';
import { TextField } from '#ui/TextField.tsx';
import styles from './Dialogs.module.css';
import { TagMark } from './TagMark.tsx';
import type { Codebook } from './use-codebook.ts';

/** A place in the tree: below a tag, or at the top. */
export type TagChoice = { readonly kind: 'tag'; readonly tag: Tag } | { readonly kind: 'top' };

type ChooseTagProps = {
  readonly codebook: Codebook;
  /** Tags that can't be chosen. */
  readonly without: ReadonlySet<TagId>;
  /** What to call the place above all tags; left out when it can't be chosen. */
  readonly topLabel?: string;
  readonly chosen: TagChoice | null;
  readonly onChoose: (choice: TagChoice | null) => void;
};

const top = 'top';
/** In pixels at normal text size. */
const rowHeight = 27;

/** Find one tag of the codebook: type, and Enter or the arrows choose. */
export function ChooseTag({ codebook, without, topLabel, chosen, onChoose }: ChooseTagProps) {
  const { t } = useLingui();
  const textSize = usePreferences((state) => state.textSize);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const found = searchTags(query, codebook.tags).filter(({ id }) => !without.has(id));
  const choices: TagChoice[] = found.map((tag) => ({ kind: 'tag', tag }));
  if (topLabel !== undefined && query === '') choices.unshift({ kind: 'top' });
  const rows = choices.map((choice) => ({ id: keyOf(choice), choice }));
  const chosenKey = chosen === null ? null : keyOf(chosen);
  return (
    <>
      <TextField
        label={t`Find a tag`}
        type="search"
        value={query}
        onChange={setQuery}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && choices[0] !== undefined) onChoose(choices[0]);
          if (event.key === 'ArrowDown') list.current?.focus();
        }}
      />
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: Math.round((rowHeight * textSize) / 100) }}>
        <ListBox
          ref={list}
          className={styles.list ?? ''}
          aria-label={t`Tags`}
          items={rows}
          selectionMode="single"
          selectedKeys={chosenKey === null ? [] : [chosenKey]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            onChoose(rows.find(({ id }) => id === key)?.choice ?? null);
          }}
          renderEmptyState={() => t`No tag reads like that.`}
        >
          {({ id, choice }) => (
            <ListBoxItem
              id={id}
              textValue={choice.kind === 'top' ? (topLabel ?? '') : choice.tag.name}
              className={styles.option ?? ''}
            >
              {choice.kind === 'top' ? topLabel : <Choice tag={choice.tag} codebook={codebook} />}
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </>
  );
}

function Choice({ tag, codebook }: { readonly tag: Tag; readonly codebook: Codebook }) {
  const path = tagPathText(tag.id, codebook.byId);
  return (
    <>
      <TagMark tag={tag} shade={codebook.shades.get(tag.id) ?? 0} />
      <span className={styles.optionPath} title={path}>
        <bdi>{path}</bdi>
      </span>
    </>
  );
}

function keyOf(choice: TagChoice): string {
  return choice.kind === 'top' ? top : choice.tag.id;
}
