import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import type { Tag } from '#core/codebook/tag.ts';
import { look } from '#state/workspace.ts';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { type CodebookDialog, CodebookDialogs } from './CodebookDialogs.tsx';
import styles from './CodebookManager.module.css';
import { EmptyCodebook } from './CodebookPanel.tsx';
import { CodebookTree } from './CodebookTree.tsx';
import { GroupList } from './GroupList.tsx';
import { SelectionDetails } from './SelectionDetails.tsx';
import { TagDetails } from './TagDetails.tsx';
import { TagPassages } from './TagPassages.tsx';
import { type Codebook, useCodebook } from './use-codebook.ts';
import { useTagActions } from './use-tag-actions.ts';
import { useTreeView } from './use-tree-view.ts';

/** The codebook with room around it: groups and tree, and beside them the chosen tag with its passages. */
export function CodebookManager() {
  const codebook = useCodebook();
  const [dialog, setDialog] = useState<CodebookDialog | null>(null);
  if (codebook === null) return null;
  return (
    <>
      {codebook.tags.length === 0 ? (
        <EmptyCodebook onDialog={setDialog} />
      ) : (
        <FilledManager codebook={codebook} onDialog={setDialog} />
      )}
      {dialog !== null && (
        <CodebookDialogs dialog={dialog} codebook={codebook} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

type FilledManagerProps = {
  readonly codebook: Codebook;
  readonly onDialog: (dialog: CodebookDialog) => void;
};

function FilledManager({ codebook, onDialog }: FilledManagerProps) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const view = useTreeView(codebook, query);
  const columns = useDefaultLayout({ id: 'codebook-columns', panelIds: ['tree', 'tag'] });
  const passages = useRef<HTMLDivElement>(null);
  const onShowPassages = ({ id }: Tag) => {
    look.setState({ tagId: id });
    passages.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  };
  const actionsFor = useTagActions(codebook, { onDialog, onShowPassages });
  const [only, ...others] = view.picked;
  return (
    <Group className={styles.group} id="codebook-columns" {...columns}>
      <Pane id="tree" defaultSize="42%" minSize="16rem" ground="surface">
        <GroupList codebook={codebook} onDialog={onDialog} />
        <div className={styles.tree}>
          <CodebookTree
            codebook={codebook}
            view={view}
            query={query}
            onQuery={setQuery}
            onDialog={onDialog}
            onShowPassages={onShowPassages}
            hasGroupChoice={false}
          />
        </div>
      </Pane>
      <PaneDivider label={t`Width of the tree`} />
      <Pane id="tag" minSize="16rem">
        <div className={styles.tag} ref={passages}>
          {others.length > 0 && <SelectionDetails tags={view.picked} actions={actionsFor(view.picked)} />}
          {only !== undefined && others.length === 0 && (
            <>
              <TagDetails tag={only} codebook={codebook} onDialog={onDialog} />
              <TagPassages key={only.id} tag={only} codebook={codebook} />
            </>
          )}
          {only === undefined && (
            <p
              className={styles.none}
            >{t`Choose a tag to see what it is for and the passages that carry it.`}</p>
          )}
        </div>
      </Pane>
    </Group>
  );
}
