import { Plural, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './HistoryPanel.module.css';
import { type EditKind, editKinds, type HistoryFilter, type HistoryLine } from './history-lines.ts';
import { useSaveHistory } from './use-save-history.ts';

type HistoryToolsProps = {
  readonly filter: HistoryFilter;
  readonly onFilter: (filter: HistoryFilter) => void;
  /** What is listed. */
  readonly lines: readonly HistoryLine[];
  readonly isWhole: boolean;
  readonly children: ReactNode;
};

/** What narrows the history, and its export. */
export function HistoryTools({ filter, onFilter, lines, isWhole, children }: HistoryToolsProps) {
  const { t } = useLingui();
  const save = useSaveHistory();
  const kinds: Record<EditKind, string> = {
    imports: t`Imports`,
    articles: t`Articles`,
    highlights: t`Highlights`,
    tags: t`Tags`,
    places: t`Places`,
    briefs: t`Briefs`,
    memos: t`Memos`,
    searches: t`Saved searches`,
    other: t`Other edits`,
    steps: t`Undo, redo and going back`,
  };
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  return (
    <div className={styles.tools}>
      <div className={styles.search}>
        <TextField
          label={t`Find in the history`}
          hideLabel
          type="search"
          placeholder={t`Find in the history`}
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
        />
      </div>
      <Select
        label={t`Kind of edit`}
        hideLabel
        value={filter.kind ?? ''}
        options={[
          { value: '', label: t`Edits of any kind` },
          ...editKinds.map((value) => ({ value, label: kinds[value] })),
        ]}
        onChange={(value) => onFilter({ ...filter, kind: editKinds.find((kind) => kind === value) ?? null })}
      />
      <CheckBox isSelected={filter.beside} onChange={(beside) => onFilter({ ...filter, beside })}>
        {t`What was read, too`}
      </CheckBox>
      <span className={styles.count} role="status">
        {isWhole ? <Plural value={rows.length} one="# edit" other="# edits" /> : t`Reading older edits…`}
      </span>
      <Button onPress={() => void save(rows)} isDisabled={rows.length === 0 || !isWhole}>
        <Download size={15} aria-hidden="true" /> {t`Export as CSV…`}
      </Button>
      {children}
    </div>
  );
}
