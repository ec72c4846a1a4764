import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { type WriteFormat, writeFormats } from '#core/exchange/project-formats.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { DialogBody } from '#ui/DialogBody.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Exchange.module.css';
import { LossReport } from './LossReport.tsx';
import { type ExportScope, saveExport, type WrittenExport, writeExport } from './project-export.ts';
import { useExchangeWords } from './use-exchange-words.ts';

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'written'; readonly written: WrittenExport };

/** Choose a format and what goes along; see what it can't carry; save it. */
export function ExportProjectDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const words = useExchangeWords();
  const openId = useLook((state) => state.articleId);
  const [format, setFormat] = useState<WriteFormat>('qdpx');
  const [scope, setScope] = useState<ExportScope>('all');
  const { stage, write, save, forget } = useWriting({ format, scope });
  const close = () => {
    forget();
    onClose();
  };
  const isChoosing = stage.kind === 'choosing';
  return (
    <Dialog
      title={t`Export the coding`}
      isOpen={isOpen}
      onClose={close}
      wide
      actions={
        <>
          <Button onPress={isChoosing ? close : forget}>{isChoosing ? t`Cancel` : t`Back`}</Button>
          {stage.kind === 'written' ? (
            <Button
              variant="primary"
              autoFocus
              onPress={() => void save(stage.written).then((done) => done && close())}
            >
              {t`Save…`}
            </Button>
          ) : (
            <Button variant="primary" isDisabled={!isChoosing} onPress={() => void write()}>
              {t`Write`}
            </Button>
          )}
        </>
      }
    >
      <DialogBody>
        {isChoosing && (
          <>
            <Select
              label={t`Format`}
              value={format}
              options={writeFormats.map((value) => ({ value, label: words.writeFormats[value].name }))}
              onChange={setFormat}
            />
            <p className={styles.examples}>{words.writeFormats[format].use}</p>
            <Select
              label={t`Articles`}
              value={scope}
              options={[
                { value: 'all', label: t`All articles` },
                { value: 'highlighted', label: t`Articles with highlights` },
                ...(openId === null ? [] : [{ value: 'open' as const, label: t`The open article` }]),
              ]}
              onChange={setScope}
            />
            <p>
              <Trans>
                The file holds what you wrote and marked, with your analysts’ names. Nothing is sent anywhere.
              </Trans>
            </p>
          </>
        )}
        {stage.kind === 'writing' && (
          <p role="status">
            {stage.total === 0 ? t`Writing…` : t`Reading article ${stage.done + 1} of ${stage.total}…`}
          </p>
        )}
        {stage.kind === 'written' && (
          <>
            <p>{words.writeFormats[format].name}</p>
            <LossReport losses={stage.written.losses} name={stage.written.name} />
          </>
        )}
      </DialogBody>
    </Dialog>
  );
}

function useWriting({ format, scope }: { readonly format: WriteFormat; readonly scope: ExportScope }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useExchangeWords();
  const openId = useLook((state) => state.articleId);
  const controller = useRef(new AbortController());
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });

  const forget = () => {
    controller.current.abort(new Error('the export was cancelled'));
    setStage({ kind: 'choosing' });
  };
  const write = async () => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    setStage({ kind: 'writing', done: 0, total: 0 });
    try {
      const written = await writeExport(session, {
        format,
        scope,
        openId,
        signal,
        onProgress: (done, total) => setStage({ kind: 'writing', done, total }),
      });
      setStage({ kind: 'written', written });
    } catch (error) {
      if (signal.aborted) return;
      setStage({ kind: 'choosing' });
      notify({ kind: 'danger', text: t`The export failed: ${String(error)}` });
    }
  };
  /** Answers whether it was saved. */
  const save = async (written: WrittenExport): Promise<boolean> => {
    const answer = await saveExport(written);
    if (answer === null) return false;
    if (answer.ok) notify({ kind: 'good', text: t`Saved as ${answer.fileLabel}` });
    else notify({ kind: 'danger', text: words.writeProblem(answer.problem) });
    return answer.ok;
  };
  return { stage, write, save, forget };
}
