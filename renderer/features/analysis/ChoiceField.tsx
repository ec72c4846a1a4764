import { useLingui } from '@lingui/react/macro';
import { ChevronDown, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Chooser, type FindChoices } from '#ui/Chooser.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './ChoiceField.module.css';

type ChoiceFieldProps = {
  readonly label: string;
  /** The name of what is chosen; `null` for nothing. */
  readonly value: string | null;
  /** What stands there while nothing is chosen. */
  readonly none: string;
  readonly find: FindChoices;
  readonly onChoose: (key: string) => void;
  /** Left out: something is always chosen. */
  readonly onClear?: () => void;
};

/** A box that shows what is chosen of many, and opens the window to choose in. */
export function ChoiceField({ label, value, none, find, onChoose, onClear }: ChoiceFieldProps) {
  const { t } = useLingui();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.line}>
        <AriaButton
          className={styles.trigger ?? ''}
          aria-label={`${label}: ${value ?? none}`}
          onPress={() => setOpen(true)}
        >
          <span className={styles.value}>{value ?? none}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </AriaButton>
        {value !== null && onClear !== undefined && (
          <IconButton size="small" icon={X} label={t`Clear: ${label}`} onPress={onClear} />
        )}
      </div>
      <Chooser title={label} find={find} isOpen={isOpen} onChoose={onChoose} onClose={() => setOpen(false)} />
    </div>
  );
}
