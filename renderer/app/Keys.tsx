import styles from './Keys.module.css';

/** Keys as they are printed on keyboards; `keys` as commands hold them. */
export function Keys({ keys }: { readonly keys: string }) {
  if (keys === '') return null;
  return (
    <span className={styles.keys}>
      {keys.split('  ').map((way) => (
        <kbd key={way} className={styles.key}>
          {way}
        </kbd>
      ))}
    </span>
  );
}
