import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import { Select } from '#ui/Select.tsx';
import styles from './Reader.module.css';
import { TagPicker } from './TagPicker.tsx';
import type { Marking } from './use-marking.ts';

type RecodePanelProps = {
  readonly marking: Marking;
  readonly highlight: Highlight;
  readonly onClose: () => void;
};

/** Puts another tag in the place of one that a highlight has; with several tags, one is asked which. */
export function RecodePanel({ marking, highlight, onClose }: RecodePanelProps) {
  const { t } = useLingui();
  const { byId, tags, recent, recode, problem } = marking;
  const given = highlight.tagIds.filter((id) => byId.has(id));
  const [wanted, setWanted] = useState(given[0]);
  const from = given.find((id) => id === wanted) ?? given[0];
  if (from === undefined)
    return <p className={styles.hint}>{t`This highlight has no tag to be replaced.`}</p>;
  const path = tagPathText(from, byId);
  return (
    <>
      {given.length === 1 ? (
        <p className={styles.panelTitle}>{t`Another tag in the place of ${path}`}</p>
      ) : (
        <Select
          label={t`Replace`}
          value={from}
          options={given.map((id) => ({ value: id, label: tagPathText(id, byId) }))}
          onChange={setWanted}
        />
      )}
      <TagPicker
        tags={tags}
        recent={recent}
        label={t`The new tag`}
        placeholder={t`Find a tag, or make one: parent/child`}
        applied={highlight.tagIds}
        takesFocus
        onChoose={(choice) => void recode(highlight, from, choice)}
        onEmpty={onClose}
        onClose={onClose}
      />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
