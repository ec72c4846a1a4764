import { Plural, useLingui } from '@lingui/react/macro';
import { ChevronDown, ChevronRight, CornerDownRight } from 'lucide-react';
import type { TextRow } from '#core/library/list-texts.ts';
import styles from './Library.module.css';
import { toggleCarriers } from './library-list.ts';

/** That other articles have the same text: how many carriers it has, pressed to list them all, or that it is one of them. */
export function Carriers({ row }: { readonly row: TextRow }) {
  const { t } = useLingui();
  if (row.place === 'only') return null;
  if (row.place === 'other')
    return <CornerDownRight className={styles.other} size={13} role="img" aria-label={t`same text`} />;
  const Arrow = row.isOpen ? ChevronDown : ChevronRight;
  return (
    // The list has the focus and a key for this; the row says how many there are.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <span
      className={styles.carriers}
      title={t`Other carriers of the same text`}
      onClick={(event) => {
        event.stopPropagation();
        toggleCarriers(row.group);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Arrow size={13} aria-hidden="true" />
      <Plural value={row.carriers} one="# carrier" other="# carriers" />
    </span>
  );
}
