import { useLingui } from '@lingui/react/macro';
import { maxHeadLength } from '#core/brief/edit-brief.ts';
import type { GroupId } from '#core/ids.ts';
import { useKeptText, withoutCitations } from '#state/use-kept-text.ts';
import { TextField } from '#ui/TextField.tsx';

type HeadBoxProps = {
  readonly name: string;
  readonly label: string;
  readonly kept: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'datetime-local';
  readonly autoFocus?: boolean;
  readonly hideLabel?: boolean;
  readonly save: (text: string, group: GroupId) => Promise<boolean>;
};

/** A line of a brief's head, kept as it is typed. */
export function HeadBox({ name, label, kept, type = 'text', save, ...rest }: HeadBoxProps) {
  const { t } = useLingui();
  const text = useKeptText({ name, kept, numbers: withoutCitations, save });
  return (
    <TextField
      {...rest}
      label={label}
      type={type}
      value={text.value}
      onChange={text.onChange}
      onFocus={text.onFocus}
      onBlur={text.onBlur}
      maxLength={maxHeadLength}
      {...(text.isUnsaved
        ? { error: t`Not saved. It stays in this box and is tried again at the next key.` }
        : {})}
    />
  );
}
