import { useLingui } from '@lingui/react/macro';
import { ToggleButton } from 'react-aria-components';
import type { TagId } from '#core/ids.ts';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './TagBars.module.css';
import type { Analysis } from './use-analysis.ts';

type TagBarsProps = {
  readonly analysis: Analysis;
  readonly chosenId: TagId | null;
  readonly onChoose: (tagId: TagId | null) => void;
};

/** The tags in use with how many passages carry them or a tag below; choosing one shows only those. */
export function TagBars({ analysis, chosenId, onChoose }: TagBarsProps) {
  const { t } = useLingui();
  const countOf = (id: TagId) => analysis.counts.get(id)?.whole.highlights ?? 0;
  const rows = analysis.nodes.filter(({ tag }) => countOf(tag.id) > 0);
  const most = Math.max(1, ...rows.map(({ tag }) => countOf(tag.id)));
  return (
    <nav className={styles.bars} aria-label={t`Passages by tag`}>
      <h2 className={styles.title}>{t`Passages by tag`}</h2>
      {rows.length === 0 && <p className={styles.none}>{t`No passage has a tag yet.`}</p>}
      <ul>
        {rows.map(({ tag, depth }) => (
          <li key={tag.id}>
            <ToggleButton
              className={styles.bar ?? ''}
              isSelected={chosenId === tag.id}
              onChange={(on) => onChoose(on ? tag.id : null)}
              style={{ paddingInlineStart: `${depth + 0.5}rem` }}
            >
              <TagDot color={tag.color} />
              <span className={styles.name}>{tag.name}</span>
              <span className={styles.count}>{countOf(tag.id)}</span>
              <span
                className={styles.length}
                style={{
                  width: `calc((100% - 1rem) * ${countOf(tag.id) / most})`,
                  background: `var(--tag-${tag.color})`,
                }}
                aria-hidden="true"
              />
            </ToggleButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
