import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import styles from './Field.module.css';

type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
};

type SelectProps<Value extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
};

/** A choice of one of a few; values must be unique. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hideLabel = false, value, options, onChange, isDisabled = false } = props;
  const choose = (key: unknown) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <AriaSelect
      className={styles.field ?? ''}
      aria-label={hideLabel ? label : undefined}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={styles.trigger ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox
          items={options.map((option) => ({
            id: option.value,
            label: option.label,
          }))}
        >
          {(item) => (
            <ListBoxItem className={styles.option ?? ''} textValue={item.label}>
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
