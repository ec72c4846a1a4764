import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { maxTagNameLength } from '#core/codebook/edit-codebook.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { useSession } from '#state/session.ts';
import { TextField } from '#ui/TextField.tsx';
import { nameTag } from './codebook-deeds.ts';
import styles from './RenameBox.module.css';
import { useCodebookWords } from './use-codebook-words.ts';

type RenameBoxProps = {
  readonly tag: Tag;
  /** The name in the tree; the box lies over it. */
  readonly place: HTMLElement;
  readonly onClose: () => void;
};

/** A box over the name of a tag: Enter, or leaving it, gives the tag the new name; Escape leaves the old one. */
export function RenameBox({ tag, place, onClose }: RenameBoxProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const trigger = useRef(place);
  const [name, setName] = useState(tag.name);
  const [problem, setProblem] = useState<string | null>(null);
  const isGivenUp = useRef(false);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => box.current?.select(), []);
  const save = async () => {
    if (isGivenUp.current || name.trim() === tag.name) return onClose();
    const refused = words.problem(await nameTag(session, tag, name));
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      placement="bottom start"
      offset={-place.offsetHeight - 8}
      crossOffset={-8}
      className={styles.box ?? ''}
      style={{ minWidth: place.offsetWidth + 16 }}
      onOpenChange={(isOpen) => {
        if (!isOpen) void save();
      }}
    >
      <Dialog className={styles.dialog ?? ''} aria-label={t`Rename “${tag.name}”`}>
        <TextField
          label={t`Name`}
          hideLabel
          value={name}
          onChange={(typed) => {
            setName(typed);
            setProblem(null);
          }}
          maxLength={maxTagNameLength}
          autoFocus
          inputRef={box}
          onKeyDown={(event) => {
            if (event.key === 'Escape') isGivenUp.current = true;
            if (event.key === 'Enter') void save();
          }}
          {...(problem === null ? {} : { error: problem })}
        />
      </Dialog>
    </Popover>
  );
}
