import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { maxSearchNameLength } from '#core/search/saved-search.ts';
import { nameFor } from '#core/search/saved-searches.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AskLine } from './AskLine.tsx';
import styles from './Saved.module.css';
import { type SavedAsking, savedDesk, useSavedDesk } from './saved-desk.ts';
import { useSavedDeeds } from './use-saved-deeds.ts';

/** The window that asks for the name of a search to be saved, for another name, or for another query. */
export function SavedSearchDialog() {
  const asking = useSavedDesk((desk) => desk.asking);
  return asking === null ? null : <Asking asking={asking} />;
}

function Asking({ asking }: { readonly asking: SavedAsking }) {
  const { t } = useLingui();
  const deeds = useSavedDeeds();
  const now = asking.kind === 'save' ? asking.ask : asking.search;
  const [name, setName] = useState(asking.kind === 'save' ? '' : asking.search.name);
  const [query, setQuery] = useState(now.query);
  const [expands, setExpands] = useState(now.expands);
  const close = () => savedDesk.setState({ asking: null });
  const isEmpty = asking.kind === 'change' ? query.trim() === '' : asking.kind === 'rename' && !name.trim();
  const finish = () => {
    if (isEmpty) return;
    close();
    if (asking.kind === 'save') deeds.save(asking.ask, name);
    else if (asking.kind === 'rename') deeds.rename(asking.search, name);
    else deeds.change(asking.search, { ...asking.search, query, expands });
  };
  const words = {
    save: { title: t`Save this search`, deed: t`Save` },
    rename: { title: t`Rename the saved search`, deed: t`Rename` },
    change: { title: t`Change what the search asks for`, deed: t`Change` },
  }[asking.kind];
  const onKeyDown = ({ key }: { readonly key: string }) => {
    if (key === 'Enter') finish();
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t`Cancel`}</Button>
          <Button variant="primary" onPress={finish} isDisabled={isEmpty}>
            {words.deed}
          </Button>
        </>
      }
    >
      <div className={styles.asking}>
        {asking.kind === 'change' ? (
          <>
            <TextField label={t`Query`} value={query} onChange={setQuery} onKeyDown={onKeyDown} autoFocus />
            <CheckBox isSelected={expands} onChange={setExpands}>
              {t`Search other spellings of names, too`}
            </CheckBox>
            <p className={styles.soft}>
              {t`What the changed search finds already counts as seen. What was accepted or dismissed stays so.`}
            </p>
          </>
        ) : (
          <TextField
            label={t`Name`}
            value={name}
            onChange={setName}
            onKeyDown={onKeyDown}
            maxLength={maxSearchNameLength}
            placeholder={nameFor(now.query)}
            autoFocus
          />
        )}
        {asking.kind === 'save' && (
          <>
            <AskLine ask={now} />
            <p className={styles.soft}>
              {t`What it finds now counts as seen. Articles that come or change later and are found then are shown as new, until you accept or dismiss them.`}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
