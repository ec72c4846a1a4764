import { useLingui } from '@lingui/react/macro';
import { BookMarked } from 'lucide-react';
import { useState } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import starter from '#resources/codebook.json';
import { usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { look, showScreen } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { type CodebookDialog, CodebookDialogs } from './CodebookDialogs.tsx';
import styles from './CodebookPanel.module.css';
import { CodebookTree } from './CodebookTree.tsx';
import { addStarterCodebook } from './codebook-deeds.ts';
import { SelectionDetails } from './SelectionDetails.tsx';
import { TagDetails } from './TagDetails.tsx';
import { type Codebook, useCodebook } from './use-codebook.ts';
import { useTagActions } from './use-tag-actions.ts';
import { useTreeView } from './use-tree-view.ts';

/** The codebook beside an article: find, make, describe, arrange and archive tags. Choosing one chooses it everywhere. */
export function CodebookPanel() {
  const codebook = useCodebook();
  const [dialog, setDialog] = useState<CodebookDialog | null>(null);
  if (codebook === null) return null;
  return (
    <div className={styles.panel}>
      {codebook.tags.length === 0 ? (
        <EmptyCodebook onDialog={setDialog} />
      ) : (
        <FilledPanel codebook={codebook} onDialog={setDialog} />
      )}
      {dialog !== null && (
        <CodebookDialogs dialog={dialog} codebook={codebook} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

type OnDialog = (dialog: CodebookDialog) => void;

/** What stands where there is no tag yet: two ways to begin. */
export function EmptyCodebook({ onDialog }: { readonly onDialog: OnDialog }) {
  const { t } = useLingui();
  const session = useSession();
  const language = usePreferences((state) => state.language);
  return (
    <EmptyState
      icon={BookMarked}
      title={t`No tags yet`}
      action={
        <>
          <Button variant="primary" onPress={() => void addStarterCodebook(session, starter, language)}>
            {t`Start with a codebook for this conflict`}
          </Button>
          <Button onPress={() => onDialog({ kind: 'new', parent: null, name: '' })}>{t`New tag…`}</Button>
        </>
      }
    >
      {t`Tags say what a passage is about: an ambush, a claim, a convoy. Start with a ready set that you can change, or make your own.`}
    </EmptyState>
  );
}

function FilledPanel({ codebook, onDialog }: { readonly codebook: Codebook; readonly onDialog: OnDialog }) {
  const [query, setQuery] = useState('');
  const view = useTreeView(codebook, query);
  const onShowPassages = ({ id }: Tag) => {
    look.setState({ tagId: id });
    showScreen('codebook');
  };
  const actionsFor = useTagActions(codebook, { onDialog, onShowPassages });
  const [only, ...others] = view.picked;
  return (
    <div className={styles.body}>
      <CodebookTree
        codebook={codebook}
        view={view}
        query={query}
        onQuery={setQuery}
        onDialog={onDialog}
        onShowPassages={onShowPassages}
        hasGroupChoice
      />
      {others.length > 0 && <SelectionDetails tags={view.picked} actions={actionsFor(view.picked)} />}
      {only !== undefined && others.length === 0 && (
        <TagDetails tag={only} codebook={codebook} onDialog={onDialog} onShowPassages={onShowPassages} />
      )}
    </div>
  );
}
