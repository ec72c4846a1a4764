import { Trans } from '@lingui/react/macro';
import styles from './ImportDialog.module.css';

/** Why a file is not brought in, and that nothing of it was. */
export function ImportRefusal({ reason }: { readonly reason: string }) {
  return (
    <div role="alert">
      <p className={styles.refusal}>{reason}</p>
      <p>
        <Trans>Nothing was imported.</Trans>
      </p>
    </div>
  );
}
