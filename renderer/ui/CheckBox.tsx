import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './CheckBox.module.css';

type CheckBoxProps = {
  readonly isSelected: boolean;
  /** Some of what it stands for is chosen, some not. */
  readonly isIndeterminate?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** What is chosen with it. */
  readonly children: ReactNode;
};

/** A box to tick, with its words beside it. */
export function CheckBox({ isSelected, isIndeterminate = false, onChange, children }: CheckBoxProps) {
  const Mark = isIndeterminate ? Minus : Check;
  return (
    <Checkbox
      className={styles.check ?? ''}
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      onChange={onChange}
    >
      <span className={styles.box} aria-hidden="true">
        <Mark strokeWidth={3.5} />
      </span>
      {children}
    </Checkbox>
  );
}
