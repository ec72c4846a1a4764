import { useLingui } from '@lingui/react/macro';
import { Ban, Check, Plus } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { PickerRow } from '#core/reader/picker-rows.ts';
import { keyText } from '#ui/key-text.ts';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './TagPicker.module.css';

type PickerLineProps = {
  readonly id: string;
  readonly row: PickerRow;
  /** Its place in the list; the first nine have a number. */
  readonly index: number;
  /** Whether its number works only with Alt. */
  readonly needsAlt: boolean;
  readonly isActive: boolean;
  readonly isApplied: boolean;
  readonly isLastRecent: boolean;
  readonly describedBy: string | undefined;
  /** The same function each time. */
  readonly onPick: (index: number, keepOpen: boolean) => void;
};

/** A line of the picker: a tag with its colour and path, or what will be made of what was typed. */
export const PickerLine = memo(function PickerLine(props: PickerLineProps) {
  const { row, index, isActive, onPick } = props;
  const number = index < 9 ? index + 1 : null;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for its list.
    <div
      ref={element}
      id={props.id}
      className={styles.row}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={row.kind === 'refused' || undefined}
      aria-describedby={props.describedBy}
      data-last-recent={props.isLastRecent || undefined}
      // The box keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(index, event.shiftKey)}
    >
      {number === null || row.kind === 'refused' ? (
        <span className={styles.unnumbered} />
      ) : (
        <kbd
          className={styles.number}
          data-alt={props.needsAlt || undefined}
          title={props.needsAlt ? keyText(`Alt+${number}`) : undefined}
        >
          {number}
        </kbd>
      )}
      <LineWords row={row} isApplied={props.isApplied} />
    </div>
  );
});

function LineWords({ row, isApplied }: { readonly row: PickerRow; readonly isApplied: boolean }) {
  const { t } = useLingui();
  if (row.kind === 'tag') {
    const { name } = row.tag;
    return (
      <>
        <TagDot color={row.tag.color} />
        <span className={styles.path} title={row.path}>
          <span className={styles.way}>{row.path.slice(0, row.path.length - name.length)}</span>
          {name}
        </span>
        {isApplied && <Check size={14} aria-label={t`on this passage`} />}
      </>
    );
  }
  if (row.kind === 'refused')
    return (
      <>
        <Ban size={14} aria-hidden="true" />
        <span className={styles.wide}>
          {row.reason === 'archived'
            ? t`“${row.path}” is archived: bring it back in the codebook to give it.`
            : t`A tag’s name can’t be that long.`}
        </span>
      </>
    );
  return (
    <>
      <Plus size={14} aria-hidden="true" />
      {row.under !== null && <TagDot color={row.under.tag.color} />}
      <span className={styles.wide}>
        {row.under === null
          ? t`Make the tag “${row.name}” at the top of the codebook`
          : t`Make the tag “${row.name}” under ${row.under.path}`}
      </span>
    </>
  );
}
