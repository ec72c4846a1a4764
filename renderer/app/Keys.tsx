import { useLingui } from '@lingui/react/macro';
import styles from './Keys.module.css';

/** Keys as they are printed on keyboards; `keys` as commands hold them. */
export function Keys({ keys }: { readonly keys: string }) {
  const { t } = useLingui();
  if (keys === '') return null;
  const names: Readonly<Record<string, string>> = {
    Enter: t({ message: 'Enter', context: 'key' }),
    Shift: t({ message: 'Shift', context: 'key' }),
    Delete: t({ message: 'Delete', context: 'key' }),
    Esc: t({ message: 'Esc', context: 'key' }),
  };
  return (
    <span className={styles.keys}>
      {keys.split('  ').map((way) => (
        <kbd key={way} className={styles.key}>
          {way.replace(/[A-Z][a-z]+/g, (name) => names[name] ?? name)}
        </kbd>
      ))}
    </span>
  );
}
