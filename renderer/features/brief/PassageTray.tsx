import { Trans, useLingui } from '@lingui/react/macro';
import { Quote, TextCursorInput } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import { citationToken } from '#core/brief/citations.ts';
import { describeSource } from '#core/brief/describe-source.ts';
import { buildTagTree, listNodes, withDescendants } from '#core/codebook/tag-tree.ts';
import type { HighlightId, TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TagDot } from '#ui/TagDot.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { dragTypes } from './cite-target.ts';
import styles from './Tray.module.css';
import type { BriefDesk } from './use-brief-desk.ts';
import { useBriefWords } from './use-brief-words.ts';

type PassageTrayProps = {
  readonly desk: BriefDesk;
  /** Cite at the caret, or as a quote when no box has one. */
  readonly onCite: (id: HighlightId) => void;
  readonly onQuote: (id: HighlightId) => void;
  readonly onOpen: (id: HighlightId) => void;
};

const everyTag = 'every';

/** All passages the analyst has marked, to be found and brought into the brief. */
export function PassageTray({ desk, onCite, onQuote, onOpen }: PassageTrayProps) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const [tagId, setTagId] = useState<TagId | null>(null);
  const [chosen, setChosen] = useState<HighlightId | null>(null);
  const found = useMemo(() => filterPassages(desk, query, tagId), [desk, query, tagId]);
  const chosenIndex = found.findIndex(({ id }) => id === chosen);
  const current = found[chosenIndex];
  const tagOptions = [
    { value: everyTag, label: t`Any tag` },
    ...listNodes(buildTagTree(desk.tags)).map(({ tag, depth }) => ({
      value: tag.id as string,
      label: `${'  '.repeat(depth)}${tag.name}`,
    })),
  ];

  return (
    <section className={styles.tray} aria-label={t`Passages`}>
      <div className={styles.filters}>
        <TextField
          label={t`Find a passage`}
          hideLabel
          placeholder={t`Find a passage`}
          type="search"
          value={query}
          onChange={setQuery}
        />
        <Select
          label={t`Tag`}
          hideLabel
          value={tagId ?? everyTag}
          options={tagOptions}
          onChange={(value) => setTagId(value === everyTag ? null : (value as TagId))}
        />
      </div>
      {found.length === 0 ? (
        <p className={styles.none}>
          {desk.highlights.length === 0 ? (
            <Trans>
              Nothing is marked yet. Select words in an article to mark them; they will stand here.
            </Trans>
          ) : (
            <Trans>No passage matches.</Trans>
          )}
        </p>
      ) : (
        <div className={styles.list}>
          <VirtualList
            label={t`Passages: Enter cites`}
            items={found}
            keyOf={(highlight) => highlight.id}
            rowHeight={78}
            chosenIndex={chosenIndex}
            onChoose={(index) => setChosen(found[index]?.id ?? null)}
            onOpen={(index) => {
              const highlight = found[index];
              if (highlight) onCite(highlight.id);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || current === undefined) return;
              // The caret goes to the box while the key is down: it must not write a line end there.
              event.preventDefault();
              onCite(current.id);
            }}
            renderRow={(highlight) => <PassageRow highlight={highlight} desk={desk} />}
          />
        </div>
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          variant="primary"
          isDisabled={current === undefined}
          // The caret stays in its box, where the citation goes.
          preventFocusOnPress
          onPress={() => current && onCite(current.id)}
        >
          <TextCursorInput size={14} aria-hidden="true" />
          {t`Cite`}
        </Button>
        <Button
          size="small"
          isDisabled={current === undefined}
          onPress={() => current && onQuote(current.id)}
        >
          <Quote size={14} aria-hidden="true" />
          {t`Add as quote`}
        </Button>
        <Button
          size="small"
          variant="quiet"
          isDisabled={current === undefined}
          onPress={() => current && onOpen(current.id)}
        >
          {t`Open`}
        </Button>
      </div>
    </section>
  );
}

function PassageRow({ highlight, desk }: { readonly highlight: Highlight; readonly desk: BriefDesk }) {
  const words = useBriefWords();
  const article = desk.articles.get(highlight.anchor.articleId);
  const number = desk.numbers.get(highlight.id);
  const tags = highlight.tagIds.flatMap((id) => desk.tags.find((tag) => tag.id === id) ?? []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has its twin in the buttons and in Enter.
    <div
      className={styles.row}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(dragTypes.highlight, highlight.id);
        // What a box of prose takes when it is dropped there.
        dataTransfer.setData('text/plain', citationToken(highlight.id));
        dataTransfer.effectAllowed = 'copy';
      }}
    >
      <p className={styles.quote} dir="auto">
        {highlight.anchor.exact}
      </p>
      <p className={styles.source}>
        {number !== undefined && <span className={styles.number}>[{number}]</span>}
        {tags.map((tag) => (
          <span key={tag.id} className={styles.tag}>
            <TagDot color={tag.color} />
            {tag.name}
          </span>
        ))}
        <bdi className={styles.from}>{describeSource(article, words)}</bdi>
      </p>
    </div>
  );
}

/** Those that carry the tag or one below it, and hold every word of the query in passage, note or title. */
function filterPassages(desk: BriefDesk, query: string, tagId: TagId | null): readonly Highlight[] {
  const wanted = tagId === null ? null : withDescendants(tagId, desk.tags);
  const needles = fold(query).split(/\s+/).filter(Boolean);
  return desk.highlights.filter((highlight) => {
    if (wanted !== null && !highlight.tagIds.some((id) => wanted.has(id))) return false;
    if (needles.length === 0) return true;
    const title = desk.articles.get(highlight.anchor.articleId)?.title.value ?? '';
    const text = fold(`${highlight.anchor.exact} ${highlight.note} ${title}`);
    return needles.every((needle) => text.includes(needle));
  });
}
