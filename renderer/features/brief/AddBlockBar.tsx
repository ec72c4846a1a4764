import { useLingui } from '@lingui/react/macro';
import { Heading, type LucideIcon, Map as MapIcon, Pilcrow, Table } from 'lucide-react';
import type { BlockContent } from '#core/brief/brief.ts';
import { Button } from '#ui/Button.tsx';
import { useKindNames } from './BlockList.tsx';
import styles from './Editor.module.css';
import { LikelihoodHint } from './LikelihoodHint.tsx';

const additions: readonly { readonly icon: LucideIcon; readonly content: BlockContent }[] = [
  { icon: Heading, content: { kind: 'heading', text: '' } },
  { icon: Pilcrow, content: { kind: 'paragraph', text: '' } },
  { icon: MapIcon, content: { kind: 'map', caption: '' } },
  { icon: Table, content: { kind: 'table', caption: '', tagId: null } },
];

/** Buttons that add a block at the end. Quotes come from the passages. */
export function AddBlockBar({ onAdd }: { readonly onAdd: (content: BlockContent) => void }) {
  const { t } = useLingui();
  const kinds = useKindNames();
  return (
    <div className={styles.addBar} role="toolbar" aria-label={t`Add a block`}>
      {additions.map(({ icon: Icon, content }) => (
        <Button key={content.kind} size="small" onPress={() => onAdd(content)}>
          <Icon size={14} aria-hidden="true" />
          {kinds[content.kind]}
        </Button>
      ))}
      <LikelihoodHint />
    </div>
  );
}
