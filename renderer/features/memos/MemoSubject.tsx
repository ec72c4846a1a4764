import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { isSameTarget, type MemoDraft } from '#core/memos/edit-memos.ts';
import type { Memo } from '#core/memos/memo.ts';
import type { Shelf } from '#core/memos/things.ts';
import { useSession } from '#state/session.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import styles from './Memos.module.css';
import { placeMemo } from './memo-deeds.ts';
import { memoDesk } from './memo-desk.ts';
import { ThingLink } from './ThingLink.tsx';
import { ThingPicker } from './ThingPicker.tsx';
import { useMemoWords } from './use-memo-words.ts';

type MemoSubjectProps = { readonly draft: MemoDraft; readonly memo: Memo | null; readonly shelf: Shelf };

const kinds = ['article', 'tag', 'highlight', 'memo'] as const;

/** What a memo is on, and the way to put it on something else. */
export function MemoSubject({ draft, memo, shelf }: MemoSubjectProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useMemoWords();
  const [isChoosing, setChoosing] = useState(false);
  const subject = memo?.subject ?? draft.subject;
  const place = (next: Memo['subject']) => {
    if (memo !== null) void placeMemo(session, draft, next);
    else memoDesk.setState({ draft: { ...draft, subject: next } });
  };
  return (
    <div className={styles.subject}>
      <span className={styles.label}>{t({ message: 'On', context: 'what a memo is on' })}</span>
      {'id' in subject ? (
        <ThingLink target={subject} shelf={shelf} />
      ) : (
        <span className={styles.plainSubject}>
          {subject.kind === 'free' ? t`Nothing: it stands for itself` : words.subject('workspace')}
        </span>
      )}
      <ActionMenu
        label={t`Put the memo on something else`}
        actions={[
          { id: 'thing', label: t`An article, tag, passage or memo…`, onAction: () => setChoosing(true) },
          {
            id: 'workspace',
            label: t`The whole workspace`,
            isDisabled: subject.kind === 'workspace',
            onAction: () => place({ kind: 'workspace' }),
          },
          {
            id: 'free',
            label: t`Nothing: it stands for itself`,
            isDisabled: subject.kind === 'free',
            onAction: () => place({ kind: 'free' }),
          },
        ]}
      >
        {t`Change…`}
      </ActionMenu>
      <ThingPicker
        title={t`Put the memo on`}
        kinds={kinds}
        isOpen={isChoosing}
        isLeftOut={(target) =>
          isSameTarget(target, subject) || isSameTarget(target, { kind: 'memo', id: draft.id })
        }
        onChoose={place}
        onClose={() => setChoosing(false)}
      />
    </div>
  );
}
