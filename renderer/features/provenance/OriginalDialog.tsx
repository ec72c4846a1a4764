import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Article } from '#core/article.ts';
import { diffWords } from '#core/text/diff.ts';
import { showMarks } from '#core/text/show-marks.ts';
import { desktop } from '#state/desktop.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { DiffView } from '#ui/DiffView.tsx';
import type { importApi } from '#workers/import-api.ts';
import address from '#workers/import-worker.ts?worker&url';
import { createImporter } from '#workers/importer.ts';
import { startWorker } from '#workers/start-worker.ts';
import styles from './OriginalDialog.module.css';
import { type OriginalView, readOriginal } from './read-original.ts';
import { useStepWords } from './use-step-words.ts';

/** Characters of a file that are drawn or compared; what is longer is read elsewhere. */
const mostShown = 300_000;

/** An article's file as it came, its text, and what import changed between the two. */
export function OriginalDialog({
  article,
  onClose,
}: {
  readonly article: Article;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const stepWords = useStepWords();
  const view = useOriginal(article);
  return (
    <Dialog
      title={t`The file and its text`}
      isOpen
      onClose={onClose}
      full
      actions={<Button onPress={onClose}>{t`Close`}</Button>}
    >
      <ul className={styles.steps} aria-label={t`What import did`}>
        {article.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of an import never change places.
          <li key={index}>{stepWords(step)}</li>
        ))}
      </ul>
      {view === undefined && <p role="status">{t`Reading the file…`}</p>}
      {view === null && <p role="status">{t`The kept file is missing or damaged.`}</p>}
      {view && <Views view={view} />}
    </Dialog>
  );
}

function Views({ view }: { readonly view: OriginalView }) {
  const { t } = useLingui();
  const pages = [
    { id: 'differences', title: t`Differences`, content: <Differences view={view} /> },
    {
      id: 'original',
      title: t({ message: 'Original', context: 'the file as it came' }),
      content: (
        <Plain text={view.original} missing={t`The file is of a format that can’t be read as text.`} />
      ),
    },
    {
      id: 'text',
      title: t`Text`,
      content: <Plain text={view.text} missing={t`The text is missing or damaged.`} />,
    },
  ];
  return (
    <Tabs className={styles.tabs ?? ''}>
      <TabList className={styles.tabList ?? ''} aria-label={t`The file and its text`}>
        {pages.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {title}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.page ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Differences({ view: { taken, text } }: { readonly view: OriginalView }) {
  const { t } = useLingui();
  const isLong = (taken?.length ?? 0) + (text?.length ?? 0) > 2 * mostShown;
  const parts = useMemo(
    () => (taken === null || text === null || isLong ? null : showMarks(diffWords(taken, text))),
    [taken, text, isLong],
  );
  if (isLong) return <p role="status">{t`The file is too long to be compared here.`}</p>;
  if (parts === null)
    return <p role="status">{t`There is nothing to compare: one of the two can’t be read.`}</p>;
  if (parts.every(({ kind }) => kind === 'same'))
    return <p role="status">{t`None: the text is what the file holds, character by character.`}</p>;
  return <DiffView parts={parts} context={120} />;
}

function Plain({ text, missing }: { readonly text: string | null; readonly missing: string }) {
  const { t } = useLingui();
  if (text === null) return <p role="status">{missing}</p>;
  return (
    <>
      <pre className={styles.plain} dir="auto">
        {text.slice(0, mostShown).toWellFormed()}
      </pre>
      {text.length > mostShown && <p>{t`… and more: only its beginning is shown.`}</p>}
    </>
  );
}

/** `undefined` while it is read, `null` when the file is missing. */
function useOriginal(article: Article): OriginalView | null | undefined {
  const session = useSession();
  const [view, setView] = useState<OriginalView | null | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    const importer = createImporter(() => startWorker<typeof importApi>(address));
    readOriginal(session, article, { desktop: desktop(), importer, signal: stop.signal })
      .then((found) => {
        if (!stop.signal.aborted) setView(found);
      })
      .catch(() => {
        if (!stop.signal.aborted) setView(null);
      })
      .finally(() => importer.close());
    return () => stop.abort(new Error('the window was closed'));
  }, [session, article]);
  return view;
}
