import { Trans, useLingui } from '@lingui/react/macro';
import { FileText, Highlighter, Newspaper } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import styles from './FirstStart.module.css';
import { useImport } from './use-import.ts';

/**
 * What stands in an empty library: what the program is for, in three lines, and ways to begin. `onSeeds` is called once
 * the five articles are in.
 */
export function FirstStart({ onSeeds }: { readonly onSeeds: () => void }) {
  const { t } = useLingui();
  const { importSeeds, openImport, openPaste } = useImport();
  return (
    <section className={styles.start} aria-labelledby="first-start">
      <h1 id="first-start" className={styles.title}>
        <Trans>From a folder of messy articles to a brief that shows its sources</Trans>
      </h1>
      <ol className={styles.steps}>
        <li>
          <Newspaper size={22} aria-hidden="true" />
          <span>
            <Trans>
              <strong>Import</strong> articles in whatever form they reach you: pages, documents, mails,
              archives. The originals are kept as they are, and what is stated is told from what is guessed.
            </Trans>
          </span>
        </li>
        <li>
          <Highlighter size={22} aria-hidden="true" />
          <span>
            <Trans>
              <strong>Read and mark:</strong> select a passage, tag it, put it on the map. All of it stays on
              this machine.
            </Trans>
          </span>
        </li>
        <li>
          <FileText size={22} aria-hidden="true" />
          <span>
            <Trans>
              <strong>Write the brief:</strong> every quotation leads back to its exact place in its article.
            </Trans>
          </span>
        </li>
      </ol>
      <div className={styles.actions}>
        <Button variant="primary" onPress={() => void importSeeds().then(onSeeds)}>
          {t`Begin with five articles on the Sahel`}
        </Button>
        <Button onPress={openImport}>{t`Import your own files…`}</Button>
        <Button variant="quiet" onPress={() => openPaste()}>{t`Paste a text…`}</Button>
      </div>
      <p className={styles.hint}>
        <Trans>Files and folders can also be dropped anywhere on this window.</Trans>
      </p>
    </section>
  );
}
