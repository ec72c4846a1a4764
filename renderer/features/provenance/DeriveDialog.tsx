import { Plural, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useState } from 'react';
import type { Article } from '#core/article.ts';
import { choosableEncodings } from '#core/import/detect-encoding.ts';
import { diffWords } from '#core/text/diff.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { showInspector } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { DiffView } from '#ui/DiffView.tsx';
import { Select } from '#ui/Select.tsx';
import type { importApi } from '#workers/import-api.ts';
import address from '#workers/import-worker.ts?worker&url';
import { createImporter } from '#workers/importer.ts';
import { startWorker } from '#workers/start-worker.ts';
import styles from './ArticleData.module.css';
import { type Derived, deriveText, keepDerived } from './derive-text.ts';

type DeriveDialogProps = { readonly article: Article; readonly onClose: () => void };

/** Read an article's original again, see what would change and what becomes of its passages, and decide. */
export function DeriveDialog({ article, onClose }: DeriveDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const [encoding, setEncoding] = useState<string>('');
  const [repairs, setRepairs] = useState<'made' | 'none'>('made');
  const [isKeeping, setIsKeeping] = useState(false);
  const derived = useDerived(article, encoding === '' ? null : encoding, repairs === 'none');
  const keep = async () => {
    if (derived?.kind !== 'other') return;
    setIsKeeping(true);
    const answer = await keepDerived(session, desktop(), article, derived);
    setIsKeeping(false);
    if (!answer.ok) {
      notify({ kind: 'danger', text: t`The text was not changed: ${answer.problem.message}` });
      return;
    }
    if (derived.plan.waiting === 0)
      notify({ kind: 'good', text: t`The text was read again. Undo brings the old one back.` });
    else
      notify({
        kind: 'warn',
        text: t`The text was read again. The passages that are not sure of their place wait under “Review”.`,
        action: { label: t`Review`, run: () => showInspector('review') },
      });
    onClose();
  };
  return (
    <Dialog
      title={t`Read the text again`}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button
            variant="primary"
            isDisabled={derived?.kind !== 'other' || isKeeping}
            onPress={() => void keep()}
          >
            {t`Use this text`}
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        <Select
          label={t`Read the file as`}
          value={encoding}
          options={[
            { value: '', label: t`its bytes tell` },
            ...choosableEncodings.map((value) => ({ value: value as string, label: value })),
          ]}
          onChange={setEncoding}
        />
        <Select
          label={t`Misread characters, lines broken to a width`}
          value={repairs}
          options={[
            { value: 'made', label: t`repair what is sure` },
            { value: 'none', label: t`leave everything as it stands` },
          ]}
          onChange={setRepairs}
        />
        <Outcome derived={derived} />
      </div>
    </Dialog>
  );
}

function Outcome({ derived }: { readonly derived: Derived | null }) {
  const { t } = useLingui();
  if (derived === null) return <p role="status">{t`Reading the file…`}</p>;
  switch (derived.kind) {
    case 'same':
      return <p role="status">{t`The text comes out as it is: there is nothing to change.`}</p>;
    case 'no-original':
      return <p className={styles.damaged}>{t`The kept file is missing or damaged.`}</p>;
    case 'no-text':
      return <p className={styles.damaged}>{t`Read like that, the file gives no text.`}</p>;
    case 'other':
      return <Changes derived={derived} />;
  }
}

function Changes({ derived }: { readonly derived: Extract<Derived, { kind: 'other' }> }) {
  const { t } = useLingui();
  const { before, after, plan } = derived;
  const parts = useMemo(() => (before === null ? null : diffWords(before, after)), [before, after]);
  const { same, moved, waiting } = plan;
  if (before === after) return <p role="status">{t`The text stays as it is. What is found in it is new.`}</p>;
  return (
    <>
      <ul role="status">
        <li>
          <Plural value={same} one="# passage stays where it is" other="# passages stay where they are" />
        </li>
        <li>
          <Plural value={moved} one="# passage moves along" other="# passages move along" />
        </li>
        <li className={waiting > 0 ? styles.derived : ''}>
          <Plural
            value={waiting}
            one="# passage is not sure, and waits for your review"
            other="# passages are not sure, and wait for your review"
          />
        </li>
      </ul>
      {parts === null ? (
        <p
          className={styles.damaged}
        >{t`The text it had can’t be read any more, so nothing can be compared.`}</p>
      ) : (
        <DiffView parts={parts} context={80} />
      )}
    </>
  );
}

/** What the original gives; `null` while it is read. */
function useDerived(article: Article, encoding: string | null, asItStands: boolean): Derived | null {
  const session = useSession();
  const [derived, setDerived] = useState<Derived | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const importer = createImporter(() => startWorker<typeof importApi>(address));
    setDerived(null);
    deriveText(session, article, { desktop: desktop(), importer, encoding, asItStands, signal: stop.signal })
      .then((found) => {
        if (!stop.signal.aborted) setDerived(found);
      })
      .catch(() => {
        if (!stop.signal.aborted) setDerived({ kind: 'no-text' });
      })
      .finally(() => importer.close());
    return () => stop.abort(new Error('another way of reading was chosen'));
  }, [session, article, encoding, asItStands]);
  return derived;
}
