import { useLingui } from '@lingui/react/macro';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { hasLink, isSameTarget, type MemoDraft } from '#core/memos/edit-memos.ts';
import { type Memo, type MemoTarget, maxMemoLinks } from '#core/memos/memo.ts';
import type { Shelf } from '#core/memos/things.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Memos.module.css';
import { linkMemo, unlinkMemo } from './memo-deeds.ts';
import { settleDraft } from './memo-desk.ts';
import { ThingLink } from './ThingLink.tsx';
import { ThingPicker } from './ThingPicker.tsx';

type MemoLinksProps = { readonly draft: MemoDraft; readonly memo: Memo | null; readonly shelf: Shelf };

const kinds = ['article', 'tag', 'highlight', 'memo'] as const;

/** Where a memo leads to. */
export function MemoLinks({ draft, memo, shelf }: MemoLinksProps) {
  const { t } = useLingui();
  const session = useSession();
  const [isChoosing, setChoosing] = useState(false);
  const links = memo?.links ?? [];
  const isFull = links.length >= maxMemoLinks;
  const add = async (target: MemoTarget) => {
    if (!(await linkMemo(session, draft, target))) return;
    settleDraft(draft, true);
    announce(t`Linked.`);
  };
  return (
    <section className={styles.links} aria-label={t`Links of the memo`}>
      <div className={styles.linksHead}>
        <span className={styles.label}>{t`Links`}</span>
        <Button size="small" onPress={() => setChoosing(true)} isDisabled={isFull}>
          <Link size={14} aria-hidden="true" />
          {t`Link to…`}
        </Button>
        {isFull && <span className={styles.soft}>{t`A memo has at most ${maxMemoLinks} links.`}</span>}
      </div>
      {links.length > 0 && (
        <ul className={styles.linkList}>
          {links.map((link) => (
            <li key={`${link.kind}/${link.id}`}>
              <ThingLink target={link} shelf={shelf} onRemove={() => void unlinkMemo(session, draft, link)} />
            </li>
          ))}
        </ul>
      )}
      <ThingPicker
        title={t`Link the memo to`}
        kinds={kinds}
        isOpen={isChoosing}
        isLeftOut={(target) =>
          isSameTarget(target, { kind: 'memo', id: draft.id }) || (memo !== null && hasLink(memo, target))
        }
        onChoose={(target) => void add(target)}
        onClose={() => setChoosing(false)}
      />
    </section>
  );
}
