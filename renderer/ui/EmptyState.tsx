import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type EmptyStateProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What will be here and how to get there, in a line or two. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

/** What stands where there is nothing yet: it teaches the next step. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon size={34} strokeWidth={1.4} aria-hidden="true" />
      <p className={styles.title}>{title}</p>
      <div>{children}</div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
