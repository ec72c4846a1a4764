import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
};

/** A button with words; `primary` for the one thing a dialog or screen is for. */
export function Button({ variant = 'plain', size = 'normal', ...props }: ButtonProps) {
  return <AriaButton {...props} className={classes(variant, size)} />;
}

function classes(
  variant: NonNullable<ButtonProps['variant']>,
  size: NonNullable<ButtonProps['size']>,
): string {
  return [styles.button, variant !== 'plain' && styles[variant], size === 'small' && styles.small]
    .filter(Boolean)
    .join(' ');
}
