import { Plural, useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import type { Memo } from '#core/memos/memo.ts';
import type { Shelf } from '#core/memos/things.ts';
import { memosAbout } from '#core/memos/writings.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Memos.module.css';
import { ThingLink } from './ThingLink.tsx';
import { useAnalystNames } from './use-memos.ts';

type MemoFootProps = {
  readonly memo: Memo | null;
  readonly shelf: Shelf;
  readonly onDelete: (memo: Memo) => void;
};

/** Which memos lead to this one, who wrote it and when, and the way to delete it. */
export function MemoFoot({ memo, shelf, onDelete }: MemoFootProps) {
  const { t, i18n } = useLingui();
  const nameOf = useAnalystNames();
  if (memo === null) return <p className={styles.soft}>{t`It is kept with the first word you write.`}</p>;
  const { on, leading } = memosAbout({ kind: 'memo', id: memo.id }, [...shelf.memos.values()]);
  const backlinks = [...on, ...leading];
  const day = (instant: string) => i18n.date(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  const author = nameOf(memo.analystId ?? null);
  return (
    <>
      {backlinks.length > 0 && (
        <section className={styles.links} aria-label={t`Memos that lead here`}>
          <span className={styles.label}>
            <Plural value={backlinks.length} one="# memo leads here" other="# memos lead here" />
          </span>
          <ul className={styles.linkList}>
            {backlinks.map(({ id }) => (
              <li key={id}>
                <ThingLink target={{ kind: 'memo', id }} shelf={shelf} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.foot}>
        <span className={styles.soft}>
          {t`By ${author} · begun ${day(memo.createdAt)} · changed ${day(memo.updatedAt)}`}
        </span>
        <Button size="small" variant="quiet" onPress={() => onDelete(memo)}>
          <Trash2 size={14} aria-hidden="true" />
          {t`Delete the memo`}
        </Button>
      </div>
    </>
  );
}
