import { useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { pressedCommand } from '#state/keys.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { CodebookHead } from './CodebookHead.tsx';
import styles from './CodebookPanel.module.css';
import { addTagAtPath } from './codebook-deeds.ts';
import { RenameBox } from './RenameBox.tsx';
import { TagTree } from './TagTree.tsx';
import { dropTags } from './tags-deeds.ts';
import { openTags, setOpenTags, treeLook } from './tree-look.ts';
import type { Codebook } from './use-codebook.ts';
import { type CodebookOpens, useTagActions, useTell } from './use-tag-actions.ts';
import { pickTags, type TreeView } from './use-tree-view.ts';

type CodebookTreeProps = Omit<CodebookOpens, 'onRename'> & {
  readonly codebook: Codebook;
  readonly view: TreeView;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Whether groups are chosen here; elsewhere otherwise. */
  readonly hasGroupChoice: boolean;
};

/** The box to find and make tags, and the tree below it, with all its keys. */
export function CodebookTree(props: CodebookTreeProps) {
  const { codebook, view, query, onQuery } = props;
  const session = useSession();
  const tell = useTell();
  const create = useCreate(query, onQuery);
  const tree = useRef<HTMLDivElement>(null);
  const [renamed, setRenamed] = useState<{ readonly id: TagId; readonly place: HTMLElement } | null>(null);
  const onRename = ({ id }: Tag) => {
    const place = tree.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(id)}"]`);
    if (place) setRenamed({ id, place });
  };
  const actionsFor = useTagActions(codebook, { ...props, onRename });
  // The menu of a row among those picked is about all of them, as a drag of it is.
  const rowActions = (tag: Tag) => actionsFor(view.picked.includes(tag) ? view.picked : [tag]);
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const id = pressedCommand(event.nativeEvent, 'codebook');
    const action = actionsFor(view.picked).find((each) => `tag.${each.id}` === id);
    if (action === undefined || action.isDisabled) return;
    // Before the tree takes an arrow for one of its own moves.
    event.preventDefault();
    event.stopPropagation();
    action.onAction();
  };
  const renamedTag = renamed === null ? undefined : codebook.byId.get(renamed.id);
  return (
    <div className={styles.tree} ref={tree}>
      <CodebookHead {...props} onCreate={() => void create()} />
      {view.isUnnamed && view.nodes.length > 0 && <OnlySaid query={query} onCreate={() => void create()} />}
      {view.nodes.length === 0 ? (
        <NothingFound view={view} query={query} onCreate={() => void create()} />
      ) : (
        <TagTree
          codebook={codebook}
          nodes={view.nodes}
          openIds={view.openIds}
          onOpen={(ids) => {
            if (!view.isFiltered) setOpenTags(ids);
          }}
          pickedIds={new Set(view.picked.map(({ id }) => id))}
          onPick={pickTags}
          onDrop={(tags, target, where) => {
            if (where === 'on') openTags([target.id]);
            void dropTags(session, tags, target, where).then(tell);
          }}
          onAction={props.onShowPassages}
          onKeyDownCapture={onKeyDownCapture}
          onKeyDown={(event) => {
            // A letter goes to the next tag that begins with it; it is no command of the workbench here.
            if (isLetter(event)) event.stopPropagation();
          }}
          actionsFor={rowActions}
        />
      )}
      {renamed !== null && renamedTag !== undefined && (
        <RenameBox key={renamed.id} tag={renamedTag} place={renamed.place} onClose={() => setRenamed(null)} />
      )}
    </div>
  );
}

/** Make the tag of the path that is searched, and choose it. */
function useCreate(query: string, onQuery: (query: string) => void): () => Promise<void> {
  const { t } = useLingui();
  const session = useSession();
  const tell = useTell();
  return async () => {
    if (query.trim() === '') return;
    const outcome = await addTagAtPath(session, query);
    tell(outcome);
    if (outcome.kind !== 'done') return;
    look.setState({ tagId: outcome.tag.id });
    onQuery('');
    announce(t`Made the tag “${outcome.tag.name}”.`);
  };
}

/** What is shown was found by what is said of the tags, not by their names: the name is still free. */
function OnlySaid({ query, onCreate }: { readonly query: string; readonly onCreate: () => void }) {
  const { t } = useLingui();
  return (
    <div className={styles.said}>
      <span>{t`Found in descriptions and rules.`}</span>
      <Button size="small" onPress={onCreate}>
        <Plus size={13} aria-hidden="true" />
        {t`Make “${query.trim()}”`}
      </Button>
    </div>
  );
}

type NothingFoundProps = {
  readonly view: TreeView;
  readonly query: string;
  readonly onCreate: () => void;
};

function NothingFound({ view, query, onCreate }: NothingFoundProps) {
  const { t } = useLingui();
  const searching = query.trim() !== '';
  if (view.hidden > 0) {
    return (
      <div className={styles.none}>
        <p>{searching ? t`Only archived tags read like that.` : t`All tags here are archived.`}</p>
        <Button size="small" onPress={() => treeLook.setState({ showsArchived: true })}>
          {t`Show archived tags`}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.none}>
      <p>
        {searching
          ? t`No tag reads like that.`
          : t`No tag is in this group. Drag some onto it, or use “Groups…”.`}
      </p>
      {searching && (
        <Button size="small" onPress={onCreate}>
          <Plus size={13} aria-hidden="true" />
          {t`Make “${query.trim()}”`}
        </Button>
      )}
    </div>
  );
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}
