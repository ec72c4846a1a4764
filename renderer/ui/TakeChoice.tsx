import { useLingui } from '@lingui/react/macro';
import type { Take } from '#core/exchange/take.ts';
import { Select } from './Select.tsx';

type TakeChoiceProps = {
  /** How many records are here otherwise. */
  readonly count: number;
  readonly take: Take;
  readonly onChange: (take: Take) => void;
};

/** Whose version stands where a record of a file is here otherwise; nothing when none is. */
export function TakeChoice({ count, take, onChange }: TakeChoiceProps) {
  const { t } = useLingui();
  if (count === 0) return null;
  return (
    <Select
      label={t`Where a record is here otherwise (${count})`}
      value={take}
      options={[
        { value: 'file', label: t`the file’s version stands` },
        { value: 'ours', label: t`ours stands` },
      ]}
      onChange={onChange}
    />
  );
}
