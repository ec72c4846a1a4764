import { useLingui } from '@lingui/react/macro';
import { revealControls } from '#core/reader/reveal-controls.ts';
import styles from './Revealed.module.css';

/** A line in which characters that are not seen are shown by name. */
export function Revealed({ line }: { readonly line: string }) {
  const { t } = useLingui();
  const pieces = revealControls(line);
  return pieces.map((piece, index) => {
    // The pieces of a line have no name but their place.
    const key = `${index}`;
    return piece.kind === 'words' ? (
      <bdi key={key}>{piece.text}</bdi>
    ) : (
      <span
        key={key}
        className={styles.control}
        title={t`An invisible character that changes how this line looks`}
      >
        {piece.name}
      </span>
    );
  });
}
