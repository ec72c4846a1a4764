import type { ReactNode } from 'react';
import styles from './FactList.module.css';

/** Facts in small print, each a name and a value (`Fact`) in two columns. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}
