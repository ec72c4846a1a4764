import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '#ui/IconButton.tsx';
import { foundShapes } from './found-shapes.ts';
import styles from './Layers.module.css';

/** Names and descriptions of what was clicked in the analyst's layers; all of it is text. */
export function FoundShapes() {
  const { t } = useLingui();
  const found = useStore(foundShapes, (state) => state.found);
  if (found.length === 0) return null;
  return (
    <section className={styles.found} aria-label={t`In your layers, here`} data-over-map>
      <div className={styles.line}>
        <strong>{t`In your layers, here`}</strong>
        <span className={styles.gap} />
        <IconButton
          label={t`Close`}
          icon={X}
          size="small"
          onPress={() => foundShapes.setState({ found: [] })}
        />
      </div>
      <ul>
        {found.map(({ layer, shape }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes of a file have no id, and the list is never reordered.
          <li key={at}>
            <span className={styles.name}>{shape.name === '' ? t`Without a name` : shape.name}</span>{' '}
            <span className={styles.soft}>{layer}</span>
            {shape.text !== '' && <p className={styles.words}>{shape.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
