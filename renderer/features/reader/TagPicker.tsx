import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { indexTags, type PickerRow, pickerRows, recentRows } from '#core/reader/picker-rows.ts';
import { usePreferences } from '#state/preferences.ts';
import type { TagChoice } from './highlight-deeds.ts';
import { altDigitOf, digitOf, isTyping } from './keys.ts';
import { PickerLine } from './PickerLine.tsx';
import { type PickerDeed, readPickerKey, startOf } from './read-picker-key.ts';
import { TagGuideCard } from './TagGuideCard.tsx';
import styles from './TagPicker.module.css';

type TagPickerProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly tags: readonly Tag[];
  /** The tags given last, the newest first. */
  readonly recent: readonly TagId[];
  /** Whether only those are listed until something is typed. */
  readonly onlyRecent?: boolean;
  /** What the passage carries already. */
  readonly applied: readonly TagId[];
  /** Whether the box takes the focus; it does so too when this becomes true later. */
  readonly takesFocus: boolean;
  readonly onChoose: (choice: TagChoice, keepOpen: boolean) => void;
  /** Enter in the empty box. */
  readonly onEmpty: () => void;
  readonly onClose: () => void;
};

/** So many of the tags given last stand on top of all others. */
const onTop = 5;

/** A box to find a tag by typing, with the list under it (the first nine are numbered) and what the tag means beside. */
export function TagPicker(props: TagPickerProps) {
  const { t } = useLingui();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const picker = usePickerState(props);
  const { typed, rows, more, isEmpty } = picker;

  useEffect(() => {
    if (props.takesFocus) box.current?.focus({ preventScroll: true });
  }, [props.takesFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const deed = readPickerKey(event.nativeEvent, { ...picker, count: rows.length });
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    picker.run(deed);
  };

  const run = useRef(picker.run);
  run.current = picker.run;
  const onPick = useCallback(
    (row: number, keepOpen: boolean) => run.current({ kind: 'choose', row, keepOpen }),
    [],
  );
  const shown = startOf(picker);
  const shownRow = rows[shown];
  const looked = shownRow?.kind === 'tag' ? shownRow.tag : null;
  const hasGuides = useMemo(() => props.tags.some(hasGuide), [props.tags]);
  return (
    <div className={styles.picker} data-guides={hasGuides || undefined}>
      <input
        ref={box}
        className={styles.box}
        role="combobox"
        aria-label={props.label}
        aria-expanded={true}
        aria-controls={`${id}-list`}
        aria-activedescendant={shownRow === undefined ? undefined : `${id}-${shown}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        placeholder={props.placeholder}
        value={typed}
        onChange={(event) => picker.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.columns}>
        <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t`Tags`} tabIndex={-1}>
          {rows.length === 0 && (
            <p className={styles.none}>
              {props.onlyRecent
                ? t`No tag has been given yet: type to find one.`
                : t`The codebook is empty: type a name to make the first tag.`}
            </p>
          )}
          {rows.map((row, index) => (
            <PickerLine
              key={row.kind === 'tag' ? row.tag.id : 'typed'}
              id={`${id}-${index}`}
              row={row}
              index={index}
              needsAlt={!picker.digitsChoose}
              isActive={index === shown}
              isApplied={row.kind === 'tag' && props.applied.includes(row.tag.id)}
              isLastRecent={isEmpty && isRecent(row) && !isRecent(rows[index + 1])}
              describedBy={index === shown && looked !== null && hasGuide(looked) ? `${id}-guide` : undefined}
              onPick={onPick}
            />
          ))}
          {more > 0 && (
            <p className={styles.none}>
              {plural(more, {
                one: 'One more tag: type to find it.',
                other: '# more tags: type to find them.',
              })}
            </p>
          )}
        </div>
        {hasGuides && <TagGuideCard id={`${id}-guide`} tag={looked} isIdle={shownRow === undefined} />}
      </div>
    </div>
  );
}

/** What is typed, the lines that go with it, which one the arrows have reached, and what a key does to them. */
function usePickerState(props: TagPickerProps) {
  const { tags, recent, onlyRecent = false, onChoose, onEmpty, onClose } = props;
  const singleKeys = usePreferences((state) => state.singleKeys);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const index = useMemo(() => indexTags(tags), [tags]);
  const isEmpty = typed.trim() === '';
  const { rows, more } = useMemo(
    () =>
      isEmpty && onlyRecent
        ? recentRows(index, recent)
        : pickerRows(typed, index, onlyRecent ? recent : recent.slice(0, onTop)),
    [typed, isEmpty, onlyRecent, index, recent],
  );
  const type = (text: string) => {
    setTyped(text);
    setActive(-1);
  };
  const choose = (row: PickerRow | undefined, keepOpen: boolean) => {
    if (row === undefined || row.kind === 'refused') return;
    type('');
    onChoose(
      row.kind === 'tag' ? { kind: 'tag', id: row.tag.id, name: row.path } : { kind: 'path', path: row.path },
      keepOpen,
    );
  };
  const run = (deed: PickerDeed) => {
    if (deed.kind === 'choose') choose(rows[deed.row], deed.keepOpen);
    else if (deed.kind === 'step') setActive(deed.to);
    else if (deed.kind === 'clear') type('');
    else if (deed.kind === 'plain') onEmpty();
    else onClose();
  };
  const digitsChoose = isEmpty && singleKeys;
  useDigits(digitsChoose, (digit) => choose(rows[digit - 1], false));
  return { typed, rows, more, active, isEmpty, singleKeys, digitsChoose, type, run };
}

function isRecent(row: PickerRow | undefined): boolean {
  return row?.kind === 'tag' && row.isRecent;
}

function hasGuide({ description, guide }: Tag): boolean {
  return description !== '' || guide !== undefined;
}

/** Hear digits while no text box has the focus; without Alt only when `alone`. */
function useDigits(alone: boolean, onDigit: (digit: number) => void): void {
  const current = useRef({ alone, onDigit });
  current.current = { alone, onDigit };
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const digit = altDigitOf(event) ?? (current.current.alone ? digitOf(event) : null);
      if (digit === null) return;
      event.preventDefault();
      current.current.onDigit(digit);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
