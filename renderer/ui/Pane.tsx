import type { ReactNode } from 'react';
import { Panel, Separator } from 'react-resizable-panels';
import styles from './Pane.module.css';

type PaneProps = {
  readonly id: string;
  readonly minSize: string;
  readonly defaultSize?: string;
  /** What lies behind its content; absent: the window's back. */
  readonly ground?: 'surface' | 'sunken';
  readonly children: ReactNode;
};

/** One of several panes side by side, its content stacked from top to bottom. It does not scroll: its content does. */
export function Pane({ id, minSize, defaultSize, ground, children }: PaneProps) {
  return (
    <Panel
      id={id}
      minSize={minSize}
      className={`${styles.pane} ${ground === undefined ? '' : styles[ground]}`}
      {...(defaultSize === undefined ? {} : { defaultSize })}
    >
      {children}
    </Panel>
  );
}

/** Between two panes, to be dragged or moved by the arrow keys; `isFlat` between one above the other. */
export function PaneDivider({
  label,
  isFlat = false,
}: {
  readonly label: string;
  readonly isFlat?: boolean;
}) {
  return <Separator className={styles.divider} data-flat={isFlat || undefined} aria-label={label} />;
}
