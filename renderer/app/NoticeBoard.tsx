import { useLingui } from '@lingui/react/macro';
import { CircleCheck, OctagonAlert, TriangleAlert, X } from 'lucide-react';
import { useStore } from 'zustand';
import { dismiss, type Notice, noticeBoard, notify } from '#state/notices.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './NoticeBoard.module.css';
import { tellRepeated } from './tell-repeated.ts';

const icons = { good: CircleCheck, warn: TriangleAlert, danger: OctagonAlert };

/** The corner where messages appear, and the voice for screen readers. */
export function NoticeBoard() {
  const { t } = useLingui();
  const { notices, announcement } = useStore(noticeBoard);
  const undoing = ({ takeBack }: Notice) => {
    if (takeBack === undefined) return undefined;
    const run = async () => {
      const outcome = await takeBack();
      if (outcome === 'changed')
        notify({ kind: 'warn', text: t`Something was changed after it: undo step by step.` });
      else tellRepeated('undo', outcome);
    };
    return { label: t`Undo`, run: () => void run() };
  };
  return (
    <>
      <section className={styles.board} aria-label={t`Messages`}>
        {notices.map((notice) => {
          const Icon = icons[notice.kind];
          const action = notice.action ?? undoing(notice);
          return (
            <div
              key={notice.id}
              className={`${styles.notice} ${styles[notice.kind]}`}
              role={notice.kind === 'danger' ? 'alert' : 'status'}
            >
              <Icon size={17} aria-hidden="true" />
              <span>{notice.text}</span>
              {action !== undefined && (
                <Button
                  size="small"
                  onPress={() => {
                    dismiss(notice.id);
                    action.run();
                  }}
                >
                  {action.label}
                </Button>
              )}
              <IconButton label={t`Close`} icon={X} size="small" onPress={() => dismiss(notice.id)} />
            </div>
          );
        })}
      </section>
      <div className={styles.spoken} aria-live="polite">
        {announcement}
      </div>
    </>
  );
}
