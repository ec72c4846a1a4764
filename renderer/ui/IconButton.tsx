import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Button.module.css';

type IconButtonProps = Omit<ButtonProps, 'className' | 'style' | 'children'> & {
  /** What it does; read out, and shown beside the pointer. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: 'normal' | 'small';
  /** For a switch: whether it is on. Left out: a plain button. */
  readonly isOn?: boolean;
};

/** A button that shows only an icon; its label comes as a tooltip. */
export function IconButton({ label, icon: Icon, size = 'normal', isOn, ...props }: IconButtonProps) {
  const className = [styles.button, styles.quiet, styles.icon, size === 'small' && styles.small]
    .filter(Boolean)
    .join(' ');
  const picture = <Icon size={size === 'small' ? 15 : 17} aria-hidden="true" />;
  return (
    <TooltipTrigger delay={500}>
      {isOn === undefined ? (
        <Button {...props} aria-label={label} className={className}>
          {picture}
        </Button>
      ) : (
        <ToggleButton
          aria-label={label}
          className={className}
          isSelected={isOn}
          isDisabled={props.isDisabled ?? false}
          {...(props.onPress ? { onPress: props.onPress } : {})}
        >
          {picture}
        </ToggleButton>
      )}
      <Tooltip className={styles.tooltip ?? ''} offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
