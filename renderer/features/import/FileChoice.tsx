import { useLingui } from '@lingui/react/macro';
import { FileText, FolderOpen } from 'lucide-react';
import { type ChangeEvent, useEffect, useRef } from 'react';
import { Button } from '#ui/Button.tsx';
import { closeGathering, gather } from './gather-desk.ts';
import styles from './Import.module.css';
import { fromChosen } from './incoming-files.ts';
import { useImport } from './use-import.ts';

/** Ways to choose what is imported: files, a folder with all that is in it, or a text from the clipboard. */
export function FileChoice({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useLingui();
  const { openPaste } = useImport();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (folder.current !== null) folder.current.webkitdirectory = true;
  }, []);
  const take = (way: 'files' | 'folder') => (event: ChangeEvent<HTMLInputElement>) => {
    gather(fromChosen(Array.from(event.target.files ?? [])), way);
    // So that the same file can be chosen again after it was taken out.
    event.target.value = '';
  };
  const paste = () => {
    closeGathering();
    openPaste();
  };
  return (
    <div className={styles.choice}>
      <input ref={files} type="file" multiple hidden onChange={take('files')} />
      <input ref={folder} type="file" multiple hidden onChange={take('folder')} />
      <div className={styles.buttons}>
        <Button autoFocus={isEmpty} onPress={() => files.current?.click()}>
          <FileText size={15} aria-hidden="true" />
          {t`Choose files…`}
        </Button>
        <Button onPress={() => folder.current?.click()}>
          <FolderOpen size={15} aria-hidden="true" />
          {t`Choose a folder…`}
        </Button>
        {isEmpty && (
          <Button variant="quiet" onPress={paste}>
            {t`Paste a text…`}
          </Button>
        )}
      </div>
      <p className={styles.soft}>
        {t`Text, web pages, PDF, Word, OpenDocument, RTF, EPUB, mail, web archives, tables (CSV, JSON), and ZIP archives of any of these. Files and folders can be dropped here too.`}
      </p>
    </div>
  );
}
