import { Trans, useLingui } from '@lingui/react/macro';
import { FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import type { BlockContent } from '#core/brief/brief.ts';
import type { BlockId, BriefId, HighlightId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { look, openHighlight, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { AddBlockBar } from './AddBlockBar.tsx';
import { BlockList } from './BlockList.tsx';
import { BriefHead } from './BriefHead.tsx';
import { BriefList } from './BriefList.tsx';
import { BriefPreview } from './BriefPreview.tsx';
import styles from './BriefScreen.module.css';
import { insertBlock } from './brief-deeds.ts';
import type { CiteTarget } from './cite-target.ts';
import { ExportBar } from './ExportBar.tsx';
import { PassageTray } from './PassageTray.tsx';
import { type BriefDesk, useBriefDesk } from './use-brief-desk.ts';
import { useManageBriefs } from './use-manage-briefs.ts';

/** Where passages become a brief: briefs and passages, the blocks to write, and what it will look like. */
export function BriefScreen() {
  const { t } = useLingui();
  const wanted = useLook((state) => state.briefId);
  const desk = useBriefDesk(wanted);
  const [justMade, setJustMade] = useState<BriefId | null>(null);
  const [newBlock, setNewBlock] = useState<BlockId | null>(null);
  const manage = useManageBriefs(setJustMade);
  const columns = useDefaultLayout({ id: 'brief-columns', panelIds: ['passages', 'editor', 'preview'] });
  const target = useRef<CiteTarget | null>(null);
  const session = useSession();
  if (desk === null) return null;
  const { brief } = desk;

  const add = async (content: BlockContent, index: number) => {
    if (brief !== null) setNewBlock(await insertBlock(session, brief.id, content, index));
  };
  const addQuote = (highlightId: HighlightId) => void add({ kind: 'quote', highlightId }, desk.blocks.length);
  const cite = (id: HighlightId) => {
    if (target.current === null) addQuote(id);
    else target.current.cite(id);
  };
  const open = (id: HighlightId) => openPassage(desk, id);

  return (
    <Group className={styles.screen} id="brief-columns" {...columns}>
      <Pane id="passages" defaultSize="24%" minSize="13rem" ground="surface">
        <BriefList
          briefs={desk.briefs}
          openId={brief?.id ?? null}
          onOpen={(briefId) => look.setState({ briefId })}
          {...manage}
        />
        <PassageTray desk={desk} onCite={cite} onQuote={addQuote} onOpen={open} />
      </Pane>
      <PaneDivider label={t`Width of the passages`} />
      <Pane id="editor" minSize="20rem">
        {brief === null ? (
          <Beginning onStart={() => manage.onStart('skeleton')} />
        ) : (
          <div className={styles.editor}>
            <BriefHead brief={brief} takesFocus={brief.id === justMade} />
            <BlockList
              key={brief.id}
              brief={brief}
              desk={desk}
              newId={newBlock}
              onAdd={(content, index) => void add(content, index)}
              onOpen={open}
              onTarget={(box, isMeant) => {
                // On the way to the passages by Tab other boxes are passed: the caret that was written at counts.
                if (isMeant || target.current === null) target.current = box;
              }}
              onTargetGone={(box) => {
                if (target.current === box) target.current = null;
              }}
            />
            <AddBlockBar onAdd={(content) => void add(content, desk.blocks.length)} />
          </div>
        )}
      </Pane>
      <PaneDivider label={t`Width of the preview`} />
      <Pane id="preview" defaultSize="38%" minSize="16rem" ground="sunken">
        <ExportBar composed={desk.composed} briefId={brief?.id ?? null} />
        <section className={styles.preview} aria-label={t`Preview`}>
          {desk.composed !== null && <BriefPreview brief={desk.composed} onOpen={open} />}
        </section>
      </Pane>
    </Group>
  );
}

function Beginning({ onStart }: { readonly onStart: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={FileText}
      title={t`No brief yet`}
      action={<Button variant="primary" onPress={onStart}>{t`New brief`}</Button>}
    >
      <p>
        <Trans>Mark passages while you read: each becomes evidence you can cite here.</Trans>
      </p>
      <p>
        <Trans>Write in blocks, and press Enter on a passage to cite it at the caret.</Trans>
      </p>
      <p>
        <Trans>
          Every citation leads to the exact words, their source and their hash, in PDF, Word, HTML and
          Markdown.
        </Trans>
      </p>
    </EmptyState>
  );
}

function openPassage(desk: BriefDesk, id: HighlightId): void {
  const highlight = desk.highlights.find((candidate) => candidate.id === id);
  if (highlight === undefined) return;
  const { articleId, start, end } = highlight.anchor;
  openHighlight(articleId, id, { start, end });
}
