import { useLingui } from '@lingui/react/macro';
import styles from './Keys.module.css';
import { keyText } from './key-text.ts';

/** Keys as they are printed on keyboards, each a way of its own. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  // Another language, other names.
  const { i18n } = useLingui();
  if (keys.length === 0) return null;
  return (
    <span className={styles.keys} lang={i18n.locale}>
      {keys.map((stroke) => (
        <kbd key={stroke} className={styles.key}>
          {keyText(stroke)}
        </kbd>
      ))}
    </span>
  );
}
