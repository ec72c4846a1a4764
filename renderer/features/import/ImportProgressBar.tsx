import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Pause, Play } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { useStore } from 'zustand';
import { estimateRest } from '#core/import/estimate-rest.ts';
import { Button } from '#ui/Button.tsx';
import { Revealed } from '#ui/Revealed.tsx';
import { useSizeWords } from '#ui/use-size-words.ts';
import { columnDesk } from './column-desk.ts';
import styles from './Import.module.css';
import { cancelImport, pauseImport, type RunningImport, resumeImport } from './import-desk.ts';
import { WaitingImports } from './WaitingImports.tsx';

/** How far an import is, which file is in hand, how fast it goes, and buttons to let it rest, go on or stop. */
export function ImportProgressBar(props: RunningImport) {
  const { done, total, bytesDone, bytesTotal, name, articles, startedAt, isPaused } = props;
  const { t } = useLingui();
  const pace = usePaceWords();
  const size = useSizeWords();
  const isAsking = useStore(columnDesk, ({ table }) => table !== null);
  const label = usePhaseWords({ done, total, isPaused, isAsking });
  const kept = plural(articles, { one: '# article kept', other: '# articles kept' });
  const read = bytesTotal === 0 ? '' : t`${size(bytesDone)} of ${size(bytesTotal)}`;
  return (
    <section className={styles.panel} aria-label={t`Import`}>
      {/* By bytes: one archive may be most of the work. */}
      <ProgressBar
        value={bytesTotal === 0 ? done : bytesDone}
        maxValue={bytesTotal === 0 ? total : bytesTotal}
        aria-label={label}
        className={styles.progress ?? ''}
      >
        {({ percentage = 0 }) => (
          <>
            <div className={styles.head}>
              <strong>{label}</strong>
              <span className={styles.grow} />
              <Button size="small" onPress={isPaused ? resumeImport : pauseImport}>
                {isPaused ? <Play size={13} aria-hidden="true" /> : <Pause size={13} aria-hidden="true" />}
                {isPaused ? t`Continue` : t`Pause`}
              </Button>
              <Button size="small" onPress={cancelImport}>{t`Cancel`}</Button>
            </div>
            <div className={styles.track}>
              <div
                className={styles.bar}
                style={{ width: `${percentage}%` }}
                data-paused={isPaused || undefined}
              />
            </div>
          </>
        )}
      </ProgressBar>
      <bdi className={styles.name} title={name ?? undefined}>
        {isPaused || isAsking ? (
          t`Nothing is lost by waiting.`
        ) : (
          <Revealed line={name ?? t`Writing to the disk…`} />
        )}
      </bdi>
      <div className={styles.foot}>
        <span className={styles.pace}>
          {[isPaused ? '' : kept, read].filter((part) => part !== '').join(' · ')}
        </span>
        <span className={styles.pace}>
          {isPaused || isAsking ? '' : pace({ ...props, elapsedMs: performance.now() - startedAt })}
        </span>
      </div>
      <WaitingImports />
    </section>
  );
}

type Phase = Pick<RunningImport, 'done' | 'total' | 'isPaused'> & {
  /** The analyst is asked what the columns of a table are. */
  readonly isAsking: boolean;
};

function usePhaseWords({ done, total, isPaused, isAsking }: Phase): string {
  const { t } = useLingui();
  if (isPaused) return t`Import paused: ${done} of ${total} files`;
  return isAsking
    ? t`Waiting for your answer: ${done} of ${total} files`
    : t`Importing: ${done} of ${total} files`;
}

function usePaceWords() {
  const { t, i18n } = useLingui();
  return (progress: Parameters<typeof estimateRest>[0] & { readonly articles: number }): string => {
    const rest = estimateRest(progress);
    if (rest === null) return '';
    const left =
      rest.secondsLeft < 90
        ? plural(rest.secondsLeft, { one: 'about # second left', other: 'about # seconds left' })
        : plural(Math.round(rest.secondsLeft / 60), {
            one: 'about # minute left',
            other: 'about # minutes left',
          });
    // Until the first part is kept there is no rate to tell.
    if (progress.articles === 0) return left;
    const perSecond = (progress.articles * 1000) / progress.elapsedMs;
    const rate = i18n.number(perSecond, { maximumFractionDigits: perSecond < 10 ? 1 : 0 });
    return t`${rate} articles a second, ${left}`;
  };
}
