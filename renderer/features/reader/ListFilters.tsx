import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { type Highlight, highlightMarks } from '#core/annotations/highlight.ts';
import type { HighlightOrder } from '#core/annotations/sift-highlights.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { AnalystId, TagId } from '#core/ids.ts';
import { preferences, usePreferences } from '#state/preferences.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { BacklightSwitch } from './BacklightSwitch.tsx';
import styles from './ListFilters.module.css';
import type { Narrowing, useListing } from './use-listing.ts';
import { useMarkWords } from './use-mark-words.ts';
import { useWhoWords } from './use-who-words.ts';

type ListFiltersProps = {
  /** All of the article, to offer only what is there. */
  readonly highlights: readonly Highlight[];
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly listing: ReturnType<typeof useListing>;
};

/** How many highlights are listed, what they are narrowed to and ordered by, and how stripes look. */
export function ListFilters({ highlights, byId, listing }: ListFiltersProps) {
  const { t } = useLingui();
  const { shown, narrowedBy, widen, order, setOrder } = listing;
  const [isOpen, setIsOpen] = useState(false);
  const onlyOwn = usePreferences((state) => state.onlyOwnHighlights);
  const all = highlights.length;
  const orders: readonly { value: HighlightOrder; label: string }[] = [
    { value: 'text', label: t`In the order of the text` },
    { value: 'newest', label: t`Newest first` },
    { value: 'grade', label: t`Best grade first` },
    { value: 'tag', label: t`By tag` },
  ];
  return (
    <div className={styles.filters}>
      <div className={styles.bar}>
        <span className={styles.count} role="status">
          {narrowedBy > 0 ? (
            <Trans>
              {shown.length} of {all} highlights
            </Trans>
          ) : (
            <Plural value={all} one="# highlight" other="# highlights" />
          )}
        </span>
        <Button
          size="small"
          variant="quiet"
          aria-expanded={isOpen}
          aria-label={t`Filter the highlights`}
          onPress={() => setIsOpen(!isOpen)}
        >
          <ListFilter size={14} aria-hidden="true" />
          {narrowedBy > 0 ? narrowedBy : t`Filter`}
        </Button>
        <BacklightSwitch />
        <ViewMenu />
      </div>
      {onlyOwn && (
        <p className={styles.blind}>{t`Only your own highlights are shown, here and in the text.`}</p>
      )}
      {isOpen && (
        <div className={styles.choices}>
          <Select label={t`Order`} value={order} options={orders} onChange={setOrder} />
          <Choices highlights={highlights} byId={byId} listing={listing} />
          <label className={styles.own}>
            <input
              type="checkbox"
              checked={onlyOwn}
              onChange={(event) => preferences.setState({ onlyOwnHighlights: event.target.checked })}
            />
            {t`Only mine, in the text too`}
          </label>
          {narrowedBy > 0 && (
            <Button size="small" onPress={widen}>
              {t`Show all again`}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Choices({ highlights, byId, listing }: ListFiltersProps) {
  const { t } = useLingui();
  const words = useMarkWords();
  const who = useWhoWords();
  const { narrowing, narrow } = listing;
  const { tags, analysts } = present(highlights, byId, narrowing);
  const everything = { value: 'all' as const, label: t`All` };
  return (
    <>
      <Select<Narrowing['tag']>
        label={t`Tag`}
        value={narrowing.tag}
        options={[
          everything,
          { value: 'untagged', label: t`Without a tag` },
          ...tags.map((id) => ({ value: id, label: tagPathText(id, byId) })),
        ]}
        onChange={(tag) => narrow({ tag })}
      />
      <Select<Narrowing['mark']>
        label={t`Mark`}
        value={narrowing.mark}
        options={[everything, ...highlightMarks.map((mark) => ({ value: mark, label: words.mark(mark) }))]}
        onChange={(mark) => narrow({ mark })}
      />
      <Select<Narrowing['graded']>
        label={t`Grade`}
        value={narrowing.graded}
        options={[
          everything,
          { value: 'graded', label: t`Graded` },
          { value: 'ungraded', label: t`Not graded (F6)` },
        ]}
        onChange={(graded) => narrow({ graded })}
      />
      <Select<Narrowing['noted']>
        label={t`Note`}
        value={narrowing.noted}
        options={[
          everything,
          { value: 'noted', label: t`With a note` },
          { value: 'unnoted', label: t`Without a note` },
        ]}
        onChange={(noted) => narrow({ noted })}
      />
      {analysts.length > 1 && (
        <Select<Narrowing['analystId']>
          label={t`Analyst`}
          value={narrowing.analystId}
          options={[everything, ...analysts.map((id) => ({ value: id, label: who(id) }))]}
          onChange={(analystId) => narrow({ analystId })}
        />
      )}
    </>
  );
}

/** The tags and analysts there are to choose from, what is chosen among them even when it has gone. */
function present(
  highlights: readonly Highlight[],
  byId: ReadonlyMap<TagId, Tag>,
  { tag, analystId }: Narrowing,
): { readonly tags: readonly TagId[]; readonly analysts: readonly AnalystId[] } {
  const tags = new Set(highlights.flatMap(({ tagIds }) => tagIds.filter((id) => byId.has(id))));
  if (tag !== 'all' && tag !== 'untagged') tags.add(tag);
  const analysts = new Set(highlights.flatMap((one) => one.analystId ?? []));
  if (analystId !== 'all') analysts.add(analystId);
  return {
    tags: [...tags].sort((a, b) => tagPathText(a, byId).localeCompare(tagPathText(b, byId))),
    analysts: [...analysts],
  };
}

function ViewMenu() {
  const { t } = useLingui();
  const { stripeSide, stripeNames } = usePreferences((state) => state);
  return (
    <ActionMenu
      label={t`Stripes beside the text`}
      actions={[
        {
          id: 'side',
          label: stripeSide === 'right' ? t`Stripes left of the text` : t`Stripes right of the text`,
          onAction: () => preferences.setState({ stripeSide: stripeSide === 'right' ? 'left' : 'right' }),
        },
        {
          id: 'names',
          label: stripeNames ? t`Stripes without names` : t`Stripes with the names of their tags`,
          onAction: () => preferences.setState({ stripeNames: !stripeNames }),
        },
      ]}
    />
  );
}
