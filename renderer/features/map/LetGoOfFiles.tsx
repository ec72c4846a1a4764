import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { stepsAtHand } from '#core/layers/layer-use.ts';
import type { IdleFile } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { type Session, useSession } from '#state/session.ts';
import { listMapLayers } from '#storage/map-layers.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSizeWords } from '#ui/use-size-words.ts';
import styles from './Layers.module.css';

/** Frees the files of layers that were taken off the map, after naming them. */
export function LetGoOfFiles() {
  const { t } = useLingui();
  const session = useSession();
  const [idle, setIdle] = useState<readonly IdleFile[] | null>(null);
  const [isLooking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    try {
      setIdle(await findIdle(session));
    } catch (error) {
      notify({ kind: 'danger', text: t`The unused files could not be looked up: ${String(error)}` });
    } finally {
      setLooking(false);
    }
  };
  return (
    <>
      <Button size="small" variant="quiet" isDisabled={isLooking} onPress={() => void look()}>
        {isLooking ? t`Looking for unused files…` : t`Let go of unused files…`}
      </Button>
      {idle !== null && <IdleDialog idle={idle} onClose={() => setIdle(null)} />}
    </>
  );
}

/** After all edits so far; what is on the map by the working copy is left out even if the journal knew better. */
async function findIdle(session: Session): Promise<IdleFile[]> {
  await session.commit({ action: 'layer.remove', detail: {} }, () => []);
  const idle = await desktop().findIdleLayers();
  const used = new Set((await listMapLayers(session.db)).map(({ sha256 }) => sha256));
  return idle.filter(({ sha256 }) => !used.has(sha256));
}

type IdleDialogProps = { readonly idle: readonly IdleFile[]; readonly onClose: () => void };

function IdleDialog({ idle, onClose }: IdleDialogProps) {
  const { t } = useLingui();
  const size = useSizeWords();
  const total = size(idle.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const letGo = async () => {
    onClose();
    const answer = await desktop().letGoOfLayers({ sha256s: idle.map(({ sha256 }) => sha256) });
    if (answer.ok) notify({ kind: 'good', text: t`${size(answer.freedBytes)} are free again.` });
    else notify({ kind: 'danger', text: t`The files could not be removed: ${answer.problem.message}` });
  };
  return (
    <Dialog
      title={t`Let go of unused files`}
      isOpen
      onClose={onClose}
      actions={
        idle.length === 0 ? (
          <Button onPress={onClose} autoFocus>{t`Close`}</Button>
        ) : (
          <>
            <Button onPress={onClose} autoFocus>{t`Cancel`}</Button>
            <Button variant="danger" onPress={() => void letGo()}>{t`Remove them: ${total}`}</Button>
          </>
        )
      }
    >
      {idle.length === 0 ? (
        <p>
          <Trans>There is no file that could be removed.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Plural
              value={idle.length}
              one="The workspace keeps # file of a layer that is off the map. If you go back in the history to where the layer was on it, its file has to be added again."
              other="The workspace keeps # files of layers that are off the map. If you go back in the history to where such a layer was on it, its file has to be added again."
            />
          </p>
          <ul className={styles.idle}>
            {idle.map(({ sha256, name, fileName, sizeBytes }) => (
              <li key={sha256}>
                <bdi className={styles.name}>{name}</bdi> ({fileName}): {size(sizeBytes)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.soft}>
        <Trans>
          Kept in any case: files of layers on the map, of the last {stepsAtHand} edits, which undo may bring
          back, and those added since the program was started.
        </Trans>
      </p>
    </Dialog>
  );
}
