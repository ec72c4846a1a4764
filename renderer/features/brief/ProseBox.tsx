import { Trans, useLingui } from '@lingui/react/macro';
import { type ChangeEvent, useEffect, useRef } from 'react';
import { insertAt } from '#core/brief/citations.ts';
import { maxBlockLength } from '#core/brief/edit-brief.ts';
import type { GroupId, HighlightId } from '#core/ids.ts';
import { useKeptText } from '#state/use-kept-text.ts';
import type { CiteTarget } from './cite-target.ts';
import styles from './Editor.module.css';

type ProseBoxProps = {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly kept: string;
  readonly isHeading?: boolean;
  /** It was made just now, and is to be written in at once. */
  readonly takesFocus?: boolean;
  readonly numbers: ReadonlyMap<HighlightId, number>;
  readonly save: (text: string, group: GroupId) => Promise<boolean>;
  /** The box has the caret; `isMeant` when something was done in it, and it was not only passed by Tab. */
  readonly onTarget: (target: CiteTarget, isMeant: boolean) => void;
  readonly onTargetGone: (target: CiteTarget) => void;
};

/** They take the focus onward, and write nothing. */
const passingKeys = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

const storedToken = /\[\[([0-9A-Za-z:_-]{20,64})\]\]/g;

/** A box for prose that grows with it. Passages are cited by number, `[[3]]`. */
export function ProseBox(props: ProseBoxProps) {
  const { name, label, placeholder, kept, isHeading = false, takesFocus = false, numbers, save } = props;
  const { t } = useLingui();
  const box = useRef<HTMLTextAreaElement>(null);
  const text = useKeptText({
    name,
    kept,
    numbers,
    // Longer ones could not be stored; the box says so and keeps them.
    save: (words, group) => (words.length > maxBlockLength ? Promise.resolve(false) : save(words, group)),
  });
  const current = useRef(text);
  current.current = text;
  const target = useRef<CiteTarget>({
    cite: (id) => {
      if (box.current !== null) insert(box.current, current.current.citationFor(id));
    },
  });
  const gone = useRef(props.onTargetGone);
  gone.current = props.onTargetGone;
  useEffect(() => {
    const own = target.current;
    return () => gone.current(own);
  }, []);

  const heed = useRef(props.onTarget);
  heed.current = props.onTarget;
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.focus();
    heed.current(target.current, true);
  }, [takesFocus]);

  const onChange = ({ target: changed }: ChangeEvent<HTMLTextAreaElement>) => {
    const written = changed.value.replace(storedToken, (_, id: HighlightId) => text.citationFor(id));
    text.onChange(isHeading ? written.replaceAll('\n', ' ') : written);
    if (written === changed.value) return;
    // A passage was dropped into the box: its id gave way to a shorter number.
    const caret = changed.selectionStart - (changed.value.length - written.length);
    requestAnimationFrame(() => changed.setSelectionRange(caret, caret));
  };

  return (
    <div className={styles.prose}>
      <textarea
        ref={box}
        className={isHeading ? styles.headingBox : styles.paragraphBox}
        rows={1}
        dir="auto"
        spellCheck={false}
        aria-label={label}
        aria-invalid={text.isUnsaved}
        placeholder={placeholder}
        value={text.value}
        onChange={onChange}
        onFocus={() => {
          text.onFocus();
          props.onTarget(target.current, false);
        }}
        onPointerDown={() => props.onTarget(target.current, true)}
        onKeyDown={({ key }) => {
          if (!passingKeys.has(key)) props.onTarget(target.current, true);
        }}
        onBlur={text.onBlur}
      />
      {text.isUnsaved && (
        <p className={styles.unsaved} role="alert">
          {text.value.length > maxBlockLength ? (
            t`Too long to be stored: part it in two. It is kept in this box until then.`
          ) : (
            <Trans>Not saved. The text stays in this box and is tried again at the next key.</Trans>
          )}
        </p>
      )}
    </div>
  );
}

/** Write at the caret as if it were typed, so that the box's own undo knows it. */
function insert(box: HTMLTextAreaElement, token: string): void {
  const caret = box.selectionEnd;
  box.focus();
  box.setSelectionRange(caret, caret);
  const { text, caret: after } = insertAt(box.value, caret, token);
  const inserted = text.slice(caret, after);
  // The only way to write into a box with undo; Chromium keeps it for this very reason.
  if (document.execCommand('insertText', false, inserted)) return;
  box.setRangeText(inserted, caret, caret, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
