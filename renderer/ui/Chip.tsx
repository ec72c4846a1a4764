import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { TagColor } from '#core/codebook/tag.ts';
import styles from './Chip.module.css';
import { TagDot } from './TagDot.tsx';

type ChipProps = {
  readonly color?: TagColor;
  readonly children: ReactNode;
  /** When given, the chip has a cross; `name` is what the cross removes. */
  readonly onRemove?: () => void;
  readonly name?: string;
};

/** A small label, as for a tag. */
export function Chip({ color, children, onRemove, name = '' }: ChipProps) {
  const { t } = useLingui();
  return (
    <span className={styles.chip}>
      {color !== undefined && <TagDot color={color} />}
      <span className={styles.text}>{children}</span>
      {onRemove !== undefined && (
        <Button className={styles.remove ?? ''} aria-label={t`Remove ${name}`} onPress={onRemove}>
          <X size={11} aria-hidden="true" />
        </Button>
      )}
    </span>
  );
}
