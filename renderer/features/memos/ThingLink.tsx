import { useLingui } from '@lingui/react/macro';
import { BookOpen, CircleSlash, Highlighter, type LucideIcon, NotebookText, Tag, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { MemoTarget } from '#core/memos/memo.ts';
import { nameThing, type Shelf } from '#core/memos/things.ts';
import { useSession } from '#state/session.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './Memos.module.css';
import { openThing } from './open-thing.ts';
import { useMemoWords } from './use-memo-words.ts';

/** The picture of each kind of thing. */
export const thingIcons: Readonly<Record<MemoTarget['kind'], LucideIcon>> = {
  article: BookOpen,
  tag: Tag,
  highlight: Highlighter,
  memo: NotebookText,
};

type ThingLinkProps = {
  readonly target: MemoTarget;
  readonly shelf: Shelf;
  /** When given, a cross takes the link out. */
  readonly onRemove?: () => void;
};

/** A thing by its name; pressing it goes there. One that is gone is named as that. */
export function ThingLink({ target, shelf, onRemove }: ThingLinkProps) {
  const { t } = useLingui();
  const { db } = useSession();
  const words = useMemoWords();
  const thing = nameThing(target, shelf);
  const Icon = thing === null ? CircleSlash : thingIcons[target.kind];
  const name = thing === null ? words.gone(target.kind) : thing.name || words.untitled;
  return (
    <span className={styles.thing} data-gone={thing === null || undefined}>
      {thing === null ? (
        <span className={styles.thingName}>
          <Icon size={14} aria-hidden="true" />
          {name}
        </span>
      ) : (
        <Button
          className={styles.thingButton ?? ''}
          aria-label={t`Go to ${words.subject(target.kind)}: ${name}`}
          onPress={() => void openThing(db, target)}
        >
          <Icon size={14} aria-hidden="true" />
          {thing.color !== null && <TagDot color={thing.color} />}
          <span className={styles.thingName} dir="auto">
            {target.kind === 'highlight' ? `“${name}”` : name}
          </span>
          {thing.where !== '' && (
            <span className={styles.thingWhere} dir="auto">
              {thing.where}
            </span>
          )}
        </Button>
      )}
      {onRemove !== undefined && (
        <IconButton size="small" icon={X} label={t`Take out the link to ${name}`} onPress={onRemove} />
      )}
    </span>
  );
}
