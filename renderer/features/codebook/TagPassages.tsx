import { useLingui } from '@lingui/react/macro';
import { ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import { filterByWords } from '#core/codebook/filter-passages.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import { openHighlight, showScreen } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './CodebookManager.module.css';
import { PassageRow, passageRowHeight } from './PassageRow.tsx';
import type { Codebook } from './use-codebook.ts';
import { type TaggedPassage, useTagPassages } from './use-tag-passages.ts';

/** More than this is for the analysis, which reads all there is. */
const mostPassages = 1_000;

/** The passages that carry a tag; Enter opens one in its article. */
export function TagPassages({ tag, codebook }: { readonly tag: Tag; readonly codebook: Codebook }) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const [withBelow, setWithBelow] = useState(true);
  const [at, setAt] = useState(-1);
  const ids = useMemo(
    () => (withBelow ? [...withDescendants(tag.id, codebook.tags)] : [tag.id]),
    [withBelow, tag.id, codebook.tags],
  );
  const { passages, hasMore } = useTagPassages(ids, mostPassages);
  const shown = filterByWords(passages ?? [], query);
  const open = (passage: TaggedPassage | undefined) => {
    if (passage === undefined) return;
    const { id, anchor } = passage.highlight;
    openHighlight(anchor.articleId, id, { start: anchor.start, end: anchor.end });
  };
  return (
    <section className={styles.passages} aria-label={t`Passages of the tag`}>
      <div className={styles.bar}>
        <div className={styles.words}>
          <TextField
            label={t`Passages with these words`}
            hideLabel
            placeholder={t`Passages with these words`}
            type="search"
            value={query}
            onChange={setQuery}
          />
        </div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={withBelow}
            onChange={(event) => setWithBelow(event.target.checked)}
          />
          {t`With the tags below`}
        </label>
        <Button size="small" onPress={() => showScreen('analysis')}>
          <ListFilter size={13} aria-hidden="true" />
          {t`In the analysis`}
        </Button>
      </div>
      {hasMore && (
        <p className={styles.soft}>{t`The first ${mostPassages} passages. The analysis shows all.`}</p>
      )}
      {passages?.length === 0 && <p className={styles.soft}>{t`No passage carries it yet.`}</p>}
      {passages !== null && passages.length > 0 && shown.length === 0 && (
        <p className={styles.soft}>{t`No passage has these words.`}</p>
      )}
      <div className={styles.list}>
        <VirtualList
          label={t`Passages of ${tag.name}`}
          items={shown}
          keyOf={({ highlight }) => highlight.id}
          rowHeight={passageRowHeight}
          chosenIndex={at}
          onChoose={setAt}
          onOpen={(index) => open(shown[index])}
          renderRow={(passage) => <PassageRow passage={passage} />}
        />
      </div>
    </section>
  );
}
