import { Plural, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { HighlightId, TagId } from '#core/ids.ts';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './StackList.module.css';

type StackListProps = {
  /** The shortest first. */
  readonly stack: readonly Highlight[];
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly chosenId: HighlightId | null;
  /** The line under the cursor, to be shown alone in the text; `null` when the list goes. */
  readonly onLook: (id: HighlightId | null) => void;
  readonly onChoose: (highlight: Highlight) => void;
  readonly onClose: () => void;
};

/** What lies at one place: the arrow keys go through it, Enter chooses, Escape goes back to the text. */
export function StackList(props: StackListProps) {
  const { stack, byId, chosenId, onLook, onChoose, onClose } = props;
  const { t } = useLingui();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      stack.findIndex((one) => one.id === chosenId),
    ),
  );
  const looked = stack[active]?.id ?? null;
  const look = useRef(onLook);
  look.current = onLook;
  useEffect(() => look.current(looked), [looked]);
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
    return () => look.current(null);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const deed = readKey(event.key, active, stack.length);
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    const here = stack[active];
    if (deed === 'close') onClose();
    else if (deed !== 'choose') setActive(deed);
    else if (here !== undefined) onChoose(here);
  };
  return (
    <>
      <p className={styles.title}>
        <Plural value={stack.length} one="# highlight lies here" other="# highlights lie here" />
      </p>
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={t`What lies here`}
        aria-activedescendant={`${id}-${active}`}
        onKeyDown={onKeyDown}
      >
        {stack.map((highlight, index) => {
          const tags = highlight.tagIds.flatMap((tagId) => byId.get(tagId) ?? []);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its lines.
            <div
              key={highlight.id}
              id={`${id}-${index}`}
              className={styles.line}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerEnter={() => setActive(index)}
              onClick={() => onChoose(highlight)}
            >
              <span className={styles.quote} dir="auto">
                {highlight.anchor.exact.slice(0, 160).toWellFormed()}
              </span>
              <span className={styles.tags}>
                {tags.length === 0 && t`no tag`}
                {tags.map((tag) => (
                  <span key={tag.id} className={styles.tag}>
                    <TagDot color={tag.color} />
                    {tagPathText(tag.id, byId)}
                  </span>
                ))}
              </span>
            </div>
          );
        })}
      </div>
    </>
  );
}

/** The line a key goes to, or what it does. */
function readKey(key: string, from: number, count: number): number | 'choose' | 'close' | null {
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Enter':
      return 'choose';
    case 'Escape':
      return 'close';
    default:
      return null;
  }
}
