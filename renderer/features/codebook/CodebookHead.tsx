import { useLingui } from '@lingui/react/macro';
import { Archive, FoldVertical, Plus, UnfoldVertical } from 'lucide-react';
import { listNodes } from '#core/codebook/tag-tree.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { CodebookDialog } from './CodebookDialogs.tsx';
import styles from './CodebookPanel.module.css';
import { setOpenTags, treeLook, useTreeLook } from './tree-look.ts';
import type { Codebook } from './use-codebook.ts';
import type { TreeView } from './use-tree-view.ts';

type CodebookHeadProps = {
  readonly codebook: Codebook;
  readonly view: TreeView;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onCreate: () => void;
  readonly onDialog: (dialog: CodebookDialog) => void;
  readonly hasGroupChoice: boolean;
};

/** The box that finds or makes a tag, and how the tree is looked at. */
export function CodebookHead({ codebook, view, query, onQuery, ...props }: CodebookHeadProps) {
  const { t } = useLingui();
  const { showsArchived } = useTreeLook();
  const archived = codebook.tags.filter(({ isArchived }) => isArchived).length;
  const branches = listNodes(codebook.tree).filter(({ children }) => children.length > 0);
  return (
    <div className={styles.head}>
      <div className={styles.find}>
        <TextField
          label={t`Find or make a tag`}
          hideLabel
          placeholder={t`Find, or make: attack / ambush`}
          type="search"
          value={query}
          onChange={onQuery}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && view.isUnnamed) props.onCreate();
            if (event.key === 'Escape') onQuery('');
          }}
        />
      </div>
      <div className={styles.tools}>
        <IconButton
          label={t`Open all`}
          icon={UnfoldVertical}
          isDisabled={view.isFiltered}
          onPress={() => setOpenTags(branches.map(({ tag }) => tag.id))}
        />
        <IconButton
          label={t`Close all`}
          icon={FoldVertical}
          isDisabled={view.isFiltered}
          onPress={() => setOpenTags([])}
        />
        {archived > 0 && (
          <IconButton
            label={showsArchived ? t`Hide archived tags` : t`Show archived tags (${archived})`}
            icon={Archive}
            isOn={showsArchived}
            onPress={() => treeLook.setState({ showsArchived: !showsArchived })}
          />
        )}
        <IconButton
          label={t`New tag…`}
          icon={Plus}
          onPress={() => props.onDialog({ kind: 'new', parent: null, name: '' })}
        />
      </div>
      {props.hasGroupChoice && codebook.groups.length > 0 && <GroupChoice codebook={codebook} />}
    </div>
  );
}

const all = 'all';

/** Which group's tags are shown. */
function GroupChoice({ codebook }: { readonly codebook: Codebook }) {
  const { t } = useLingui();
  const { groupId } = useTreeLook();
  const known = codebook.groups.find(({ id }) => id === groupId);
  return (
    <div className={styles.groupChoice}>
      <Select
        label={t`Group`}
        hideLabel
        value={known?.id ?? all}
        options={[
          { value: all, label: t`All tags` },
          ...codebook.groups.map(({ id, name }) => ({ value: id as string, label: t`Group: ${name}` })),
        ]}
        onChange={(value) =>
          treeLook.setState({ groupId: codebook.groups.find(({ id }) => id === value)?.id ?? null })
        }
      />
    </div>
  );
}
