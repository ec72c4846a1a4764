import { useLingui } from '@lingui/react/macro';
import type { GroupId } from '#core/ids.ts';
import { useKeptText, withoutCitations } from '#state/use-kept-text.ts';
import { TextField } from '#ui/TextField.tsx';

type KeptBoxProps = {
  /** Tells this text from all others. */
  readonly name: string;
  readonly label: string;
  readonly kept: string;
  readonly maxLength: number;
  readonly multiline?: boolean;
  readonly save: (text: string, group: GroupId) => Promise<boolean>;
};

/** A text of a track or an area, kept as it is typed. */
export function KeptBox({ name, label, kept, maxLength, multiline = false, save }: KeptBoxProps) {
  const { t } = useLingui();
  const text = useKeptText({ name, kept, numbers: withoutCitations, save });
  return (
    <TextField
      label={label}
      value={text.value}
      onChange={text.onChange}
      onFocus={text.onFocus}
      onBlur={text.onBlur}
      maxLength={maxLength}
      multiline={multiline}
      {...(text.isUnsaved
        ? { error: t`Not saved. It stays in this box and is tried again at the next key.` }
        : {})}
    />
  );
}
