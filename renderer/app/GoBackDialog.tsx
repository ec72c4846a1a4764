import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countByTable, type TableCount } from '#core/history/go-back.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useRecordWords } from '#ui/use-record-words.ts';
import styles from './HistoryPanel.module.css';
import type { WantedPoint } from './HistoryPanel.tsx';

type Progress = { readonly done: number; readonly total: number };

type State =
  | { readonly step: 'reading' | 'writing'; readonly progress: Progress | null }
  | { readonly step: 'ready'; readonly counts: readonly TableCount[] }
  | { readonly step: 'failed' };

type GoBackDialogProps = { readonly point: WantedPoint; readonly onClose: () => void };

/** Says what going back to a point will change, and does it when that is wanted. */
export function GoBackDialog({ point, onClose }: GoBackDialogProps) {
  const { t, i18n } = useLingui();
  const { state, goBack, stop } = useGoingBack(point, onClose);
  const when = i18n.date(new Date(point.at), { dateStyle: 'long', timeStyle: 'medium' });
  const close = () => {
    stop();
    onClose();
  };
  const isNothing = state.step === 'ready' && state.counts.length === 0;
  return (
    <Dialog
      title={point.side === 'after' ? t`Go back to ${when}` : t`Go back to before ${when}`}
      isOpen
      onClose={close}
      actions={
        isNothing ? (
          <Button variant="primary" onPress={close} autoFocus>{t`Close`}</Button>
        ) : (
          <>
            <Button onPress={close}>{t`Cancel`}</Button>
            <Button variant="primary" onPress={goBack} isDisabled={state.step !== 'ready'}>
              {t`Go back`}
            </Button>
          </>
        )
      }
    >
      <Body state={state} />
    </Dialog>
  );
}

function Body({ state }: { readonly state: State }): ReactNode {
  const { t } = useLingui();
  switch (state.step) {
    case 'reading':
      return <Reading label={t`Reading what has changed since…`} progress={state.progress} />;
    case 'writing':
      return <Reading label={t`Going back…`} progress={state.progress} />;
    case 'failed':
      return (
        <p role="alert">
          <Trans>The workspace could not be brought back to that point. Nothing was changed.</Trans>
        </p>
      );
    case 'ready':
      return state.counts.length === 0 ? (
        <p>
          <Trans>The workspace is now just as it was then. There is nothing to change.</Trans>
        </p>
      ) : (
        <Preview counts={state.counts} />
      );
  }
}

function Preview({ counts }: { readonly counts: readonly TableCount[] }) {
  const { t } = useLingui();
  const words = useRecordWords();
  const total = counts.reduce((sum, { back, gone, changed }) => sum + back + gone + changed, 0);
  const lines = [
    { label: t`Come back`, side: 'back' },
    { label: t`Go away`, side: 'gone' },
    { label: t`Change`, side: 'changed' },
  ] as const;
  return (
    <>
      <p>
        <Plural
          value={total}
          one="# record will be as it was then:"
          other="# records will be as they were then:"
        />
      </p>
      <dl className={styles.preview}>
        {lines.map(({ label, side }) => {
          const counted = words.counted(
            Object.fromEntries(counts.map((count) => [count.table, count[side]])),
          );
          return counted.length === 0 ? null : (
            <div key={side} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{counted.join(', ')}</dd>
            </div>
          );
        })}
      </dl>
      <p>
        <Trans>
          Nothing is lost: this is one step that can be undone, and every later edit stays in the history.
        </Trans>
      </p>
    </>
  );
}

function Reading({ label, progress }: { readonly label: string; readonly progress: Progress | null }) {
  return (
    <>
      <p role="status">{label}</p>
      <progress
        className={styles.progress}
        aria-label={label}
        {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })}
      />
    </>
  );
}

function useGoingBack(point: WantedPoint, onClose: () => void) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const [state, setState] = useState<State>({ step: 'reading', progress: null });
  const stopping = useRef(new AbortController());
  const { time, side, at } = point;

  useEffect(() => {
    const control = new AbortController();
    stopping.current = control;
    const onProgress = (progress: Progress) => setState({ step: 'reading', progress });
    session.planGoingBack({ time, side }, { onProgress, signal: control.signal }).then(
      (changes) => {
        if (changes !== null && !control.signal.aborted)
          setState({ step: 'ready', counts: countByTable(changes) });
      },
      () => setState({ step: 'failed' }),
    );
    return () => control.abort();
  }, [session, time, side]);

  const goBack = async () => {
    const { signal } = stopping.current;
    const onProgress = (progress: Progress) => setState({ step: 'writing', progress });
    setState({ step: 'writing', progress: null });
    try {
      const outcome = await session.goBack({ time, side }, { at }, { onProgress, signal });
      if (outcome === null) return;
      if (!outcome.ok) {
        setState({ step: 'failed' });
        return;
      }
      onClose();
      await offerUndo(t`The workspace is as it was then.`);
    } catch {
      setState({ step: 'failed' });
    }
  };
  return { state, goBack: () => void goBack(), stop: () => stopping.current.abort() };
}
