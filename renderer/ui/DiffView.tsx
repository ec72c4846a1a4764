import { useLingui } from '@lingui/react/macro';
import type { DiffPart } from '#core/text/diff.ts';
import styles from './DiffView.module.css';

type DiffViewProps = {
  readonly parts: readonly DiffPart[];
  /** Characters shown around a difference; what lies further from one is left out. Absent: all is shown. */
  readonly context?: number;
};

/** Stretches shown at most; a text that differs all over is not read to its end here. */
const shownParts = 600;

/** What is gone is struck through, what is new is underlined; both are announced as such. */
export function DiffView({ parts, context }: DiffViewProps) {
  const { t } = useLingui();
  return (
    <p className={styles.diff} dir="auto">
      {parts.slice(0, shownParts).map((part, index) => {
        // The parts of two texts never change places.
        const key = index;
        if (part.kind === 'gone') return <del key={key}>{part.text}</del>;
        if (part.kind === 'new') return <ins key={key}>{part.text}</ins>;
        const isFirst = index === 0;
        const isLast = index === parts.length - 1;
        return <span key={key}>{shorten(part.text, context, { isFirst, isLast })}</span>;
      })}
      {parts.length > shownParts && <em> {t`… and more differences`}</em>}
    </p>
  );
}

function shorten(
  text: string,
  context: number | undefined,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  if (context === undefined || text.length <= 2 * context + 20) return text;
  const head = isFirst ? '' : text.slice(0, context).toWellFormed();
  const tail = isLast ? '' : text.slice(-context).toWellFormed();
  return `${head} […] ${tail}`;
}
