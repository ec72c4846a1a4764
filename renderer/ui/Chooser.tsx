import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { TagColor } from '#core/codebook/tag.ts';
import styles from './Chooser.module.css';
import { Dialog } from './Dialog.tsx';
import { TagDot } from './TagDot.tsx';
import { TextField } from './TextField.tsx';
import { VirtualList } from './VirtualList.tsx';

/** Something to choose. */
export type Choice = { readonly key: string; readonly label: string; readonly color?: TagColor };

/** What can be chosen, best first, for what is typed; all of it for nothing. */
export type FindChoices = (query: string) => readonly Choice[];

type ChooserProps = {
  readonly title: string;
  readonly find: FindChoices;
  readonly isOpen: boolean;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
  /** Hears what is typed, for what has to be fetched before it can be found. */
  readonly onQuery?: (query: string) => void;
};

/** A window to choose one of many in, by typing a part of its name. */
export function Chooser({ title, find, isOpen, onChoose, onClose, onQuery }: ChooserProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <Choices
        title={title}
        find={find}
        onQuery={onQuery}
        onChoose={(key) => {
          onClose();
          onChoose(key);
        }}
      />
    </Dialog>
  );
}

type ChoicesProps = Pick<ChooserProps, 'title' | 'find' | 'onChoose'> & {
  readonly onQuery: ChooserProps['onQuery'] | undefined;
};

function Choices({ title, find, onChoose, onQuery }: ChoicesProps) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useMemo(() => find(query), [query, find]);
  const choose = (index: number) => {
    const choice = found[index];
    if (choice !== undefined) onChoose(choice.key);
  };
  return (
    <div className={styles.choice}>
      <TextField
        label={t`Part of the name`}
        type="search"
        value={query}
        autoFocus
        onChange={(text) => {
          setQuery(text);
          onQuery?.(text);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose(chosen);
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          setChosen(Math.max(0, Math.min(found.length - 1, chosen + step)));
        }}
      />
      {found.length === 0 && query.trim() !== '' && <p>{t`Nothing is called that.`}</p>}
      <div className={styles.list}>
        <VirtualList
          label={title}
          items={found}
          keyOf={({ key }) => key}
          rowHeight={32}
          chosenIndex={chosen}
          onChoose={setChosen}
          onOpen={choose}
          renderRow={({ label, color }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter, in the box above and in the list.
            // biome-ignore lint/a11y/noStaticElementInteractions: the row of the list has the role.
            <span className={styles.row} onClick={() => choose(index)} title={label}>
              {color !== undefined && <TagDot color={color} />}
              <span className={styles.name}>{label}</span>
            </span>
          )}
        />
      </div>
    </div>
  );
}
