import { useState } from 'react';
import { TextField } from '#ui/TextField.tsx';

type CheckedBoxProps<Value> = {
  readonly label: string;
  /** As it is kept, worded. */
  readonly kept: string;
  /** What was typed means; `null`: nothing that can be taken. */
  readonly read: (typed: string) => { readonly value: Value } | null;
  /** Shown while what is typed can't be taken. */
  readonly error: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly onEnter: (value: Value) => void;
};

/** A box for a figure or a point: taken with Enter or when it is left, as soon as it can be read. */
export function CheckedBox<Value>(props: CheckedBoxProps<Value>) {
  const { label, kept, read, error, onEnter, description, placeholder } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const take = () => {
    if (typed === null || typed === kept) return setTyped(null);
    const found = read(typed);
    setIsWrong(found === null);
    if (found === null) return;
    setTyped(null);
    onEnter(found.value);
  };
  return (
    <TextField
      label={label}
      value={typed ?? kept}
      onChange={(text) => {
        setTyped(text);
        setIsWrong(false);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
      }}
      {...(description === undefined ? {} : { description })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(isWrong ? { error } : {})}
    />
  );
}
