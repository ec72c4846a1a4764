import { Trans, useLingui } from '@lingui/react/macro';
import { largestLayer } from '#core/exchange/bundle.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSizeWords } from '#ui/use-size-words.ts';
import styles from './BriefScreen.module.css';
import type { LayerLeft } from './export-bundle.ts';

type LayersLeftDialogProps = {
  readonly left: readonly LayerLeft[];
  readonly onAgree: () => void;
  readonly onClose: () => void;
};

/** Before a bundle is written: the map layers whose files would stay behind, each with its reason. */
export function LayersLeftDialog({ left, onAgree, onClose }: LayersLeftDialogProps) {
  const { t } = useLingui();
  const size = useSizeWords();
  return (
    <Dialog
      title={t`Files of map layers stay behind`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onPress={onAgree} autoFocus>
            {t`Write it without them`}
          </Button>
        </>
      }
    >
      <div className={styles.bundle}>
        <p>
          <Trans>
            The bundle takes these layers along by name only. Hand their files on beside it: where the bundle
            is opened, they are added again.
          </Trans>
        </p>
        <ul className={styles.bullets}>
          {left.map(({ layer, why }) => (
            <li key={layer.id}>
              <bdi className={styles.fileName}>{layer.name}</bdi> ({layer.fileName}):{' '}
              {why === 'too-large'
                ? t`${size(layer.sizeBytes)}, a bundle takes files up to ${size(largestLayer)}`
                : t`its file is missing in this workspace or damaged`}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
