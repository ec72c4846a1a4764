import type { ReactNode } from 'react';
import styles from './ImportDialog.module.css';

/** What stands in a wide dialog about a file, one thing below the other. */
export function DialogBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
