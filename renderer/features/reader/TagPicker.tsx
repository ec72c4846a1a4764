import { useLingui } from '@lingui/react/macro';
import { Check, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { type PickerRow, pickerRows } from '#core/reader/picker-rows.ts';
import { usePreferences } from '#state/preferences.ts';
import { TagDot } from '#ui/TagDot.tsx';
import type { TagChoice } from './highlight-deeds.ts';
import { digitOf, isTyping } from './keys.ts';
import styles from './TagPicker.module.css';

type TagPickerProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly tags: readonly Tag[];
  /** The tags given last, the newest first. */
  readonly recent: readonly TagId[];
  /** What the passage carries already. */
  readonly applied: readonly TagId[];
  /** Whether the box takes the focus; it does so too when this becomes true later. */
  readonly takesFocus: boolean;
  readonly onChoose: (choice: TagChoice, keepOpen: boolean) => void;
  /** Enter in the empty box. */
  readonly onEmpty: () => void;
  readonly onClose: () => void;
};

/** A box to find a tag by typing, with the list under it; the first nine are numbered. */
export function TagPicker(props: TagPickerProps) {
  const { tags, recent, applied, takesFocus, onChoose, onEmpty, onClose } = props;
  const { t } = useLingui();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const singleKeys = usePreferences((state) => state.singleKeys);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const rows = useMemo(() => pickerRows(typed, tags, recent), [typed, tags, recent]);
  const isEmpty = typed.trim() === '';

  useEffect(() => {
    if (takesFocus) box.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const choose = (row: PickerRow | undefined, keepOpen: boolean) => {
    if (row === undefined) return;
    setTyped('');
    setActive(-1);
    onChoose(
      row.kind === 'tag' ? { kind: 'tag', id: row.tag.id, name: row.path } : { kind: 'path', path: row.path },
      keepOpen,
    );
  };
  useDigits(singleKeys && isEmpty, (digit) => choose(rows[digit - 1], false));

  const onKeyDown = (event: KeyboardEvent) => {
    const deed = readKey(event, { isEmpty, active, count: rows.length });
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (deed.kind === 'choose') choose(rows[deed.row], deed.keepOpen);
    else if (deed.kind === 'step') setActive(deed.to);
    else if (deed.kind === 'clear') setTyped('');
    else if (deed.kind === 'plain') onEmpty();
    else onClose();
  };

  const shownActive = isEmpty ? active : Math.max(0, active);
  return (
    <div className={styles.picker}>
      <input
        ref={box}
        className={styles.box}
        role="combobox"
        aria-label={props.label}
        aria-expanded={true}
        aria-controls={`${id}-list`}
        aria-activedescendant={rows[shownActive] === undefined ? undefined : `${id}-${shownActive}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        placeholder={props.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t`Tags`} tabIndex={-1}>
        {rows.length === 0 && (
          <p className={styles.none}>{t`The codebook is empty: type a name to make the first tag.`}</p>
        )}
        {rows.map((row, index) => (
          <Row
            key={row.kind === 'tag' ? row.tag.id : 'create'}
            id={`${id}-${index}`}
            row={row}
            number={isEmpty && index < 9 ? index + 1 : null}
            isActive={index === shownActive}
            isApplied={row.kind === 'tag' && applied.includes(row.tag.id)}
            onPick={(keepOpen) => choose(row, keepOpen)}
          />
        ))}
      </div>
    </div>
  );
}

type PickerDeed =
  | { readonly kind: 'choose'; readonly row: number; readonly keepOpen: boolean }
  | { readonly kind: 'step'; readonly to: number }
  | { readonly kind: 'plain' | 'clear' | 'close' };

type PickerState = { readonly isEmpty: boolean; readonly active: number; readonly count: number };

/** What a key in the box does; `null`: it writes. */
function readKey(event: KeyboardEvent, { isEmpty, active, count }: PickerState): PickerDeed | null {
  if (event.nativeEvent.isComposing) return null;
  const digit = isEmpty ? digitOf(event.nativeEvent) : null;
  if (digit !== null && digit <= count) return { kind: 'choose', row: digit - 1, keepOpen: false };
  switch (event.key) {
    case 'Enter':
      if (isEmpty && active === -1) return { kind: 'plain' };
      return { kind: 'choose', row: Math.max(0, active), keepOpen: event.shiftKey };
    case 'ArrowDown':
      return { kind: 'step', to: (active + 1) % Math.max(1, count) };
    case 'ArrowUp':
      return { kind: 'step', to: (active <= 0 ? count : active) - 1 };
    case 'Escape':
      return { kind: isEmpty ? 'close' : 'clear' };
    default:
      return null;
  }
}

type RowProps = {
  readonly id: string;
  readonly row: PickerRow;
  readonly number: number | null;
  readonly isActive: boolean;
  readonly isApplied: boolean;
  readonly onPick: (keepOpen: boolean) => void;
};

function Row({ id, row, number, isActive, isApplied, onPick }: RowProps) {
  const { t } = useLingui();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for its list.
    <div
      ref={element}
      id={id}
      className={styles.row}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // The box keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(event.shiftKey)}
    >
      <kbd className={number === null ? styles.unnumbered : styles.number}>{number}</kbd>
      {row.kind === 'tag' ? (
        <>
          <TagDot color={row.tag.color} />
          <span className={styles.path}>{row.path}</span>
          {isApplied && <Check size={14} aria-label={t`on this passage`} />}
        </>
      ) : (
        <>
          <Plus size={14} aria-hidden="true" />
          <span className={styles.path}>{t`Make the tag “${row.path}”`}</span>
        </>
      )}
    </div>
  );
}

/** Hear digits while no text box has the focus. */
function useDigits(isOn: boolean, onDigit: (digit: number) => void): void {
  const current = useRef(onDigit);
  current.current = onDigit;
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const digit = digitOf(event);
      if (digit === null || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      current.current(digit);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
