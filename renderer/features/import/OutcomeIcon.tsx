import { CircleAlert, CircleCheck, CircleMinus, CircleSlash, Copy, Wrench } from 'lucide-react';
import type { Activity } from '#core/activity.ts';
import styles from './OutcomeIcon.module.css';

const icons = {
  imported: CircleCheck,
  repaired: Wrench,
  partly: CircleAlert,
  duplicate: Copy,
  refused: CircleSlash,
  'passed-over': CircleMinus,
  left: CircleSlash,
};

/** What came of a file, as a sign beside the words that say it. */
export function OutcomeIcon({ outcome }: { readonly outcome: Activity['outcome'] | 'left' }) {
  const Icon = icons[outcome];
  return <Icon className={styles.icon} data-outcome={outcome} size={16} aria-hidden="true" />;
}
