import { useLingui } from '@lingui/react/macro';
import { FilePlus2 } from 'lucide-react';
import type { Brief } from '#core/brief/brief.ts';
import type { BriefId } from '#core/ids.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import styles from './BriefScreen.module.css';
import { useBriefWords } from './use-brief-words.ts';

type BriefListProps = {
  readonly briefs: readonly Brief[];
  readonly openId: BriefId | null;
  readonly onOpen: (id: BriefId) => void;
  readonly onStart: (kind: 'skeleton' | 'empty') => void;
  readonly onCopy: (brief: Brief) => void;
  readonly onDelete: (brief: Brief) => void;
};

/** The briefs of the workspace, newest first. */
export function BriefList({ briefs, openId, onOpen, onStart, onCopy, onDelete }: BriefListProps) {
  const { t } = useLingui();
  const words = useBriefWords();
  const nameOf = (brief: Brief) => (brief.title.trim() === '' ? words.untitled : brief.title);
  return (
    <section className={styles.briefs} aria-label={t`Briefs`}>
      <div className={styles.listHead}>
        <h2>{t`Briefs`}</h2>
        <Button size="small" onPress={() => onStart('skeleton')}>
          <FilePlus2 size={14} aria-hidden="true" />
          {t`New brief`}
        </Button>
        <ActionMenu
          label={t`More ways to start a brief`}
          actions={[
            { id: 'skeleton', label: t`New brief with a skeleton`, onAction: () => onStart('skeleton') },
            { id: 'empty', label: t`New empty brief`, onAction: () => onStart('empty') },
          ]}
        />
      </div>
      <ul className={styles.list}>
        {briefs.map((brief) => {
          const name = nameOf(brief);
          return (
            <li key={brief.id} className={styles.item} data-open={brief.id === openId || undefined}>
              <button
                type="button"
                className={styles.open}
                aria-current={brief.id === openId ? 'true' : undefined}
                onClick={() => onOpen(brief.id)}
              >
                <span className={styles.name} dir="auto">
                  {name}
                </span>
                <span className={styles.about}>
                  {brief.tlp} · {words.dateTime(brief.updatedAt)}
                </span>
              </button>
              <ActionMenu
                label={t`${name}: actions`}
                actions={[
                  { id: 'copy', label: t`Duplicate`, onAction: () => onCopy(brief) },
                  { id: 'delete', label: t`Delete`, isDanger: true, onAction: () => onDelete(brief) },
                ]}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
