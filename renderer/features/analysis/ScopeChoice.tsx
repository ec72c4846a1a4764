import { useLingui } from '@lingui/react/macro';
import type { TagScope } from '#core/analysis/tag-reach.ts';
import { Select } from '#ui/Select.tsx';

type ScopeChoiceProps = {
  readonly scope: TagScope;
  readonly onScope: (scope: TagScope) => void;
};

/** Whether a tag counts with the tags below it. */
export function ScopeChoice({ scope, onScope }: ScopeChoiceProps) {
  const { t } = useLingui();
  return (
    <Select
      label={t`A tag counts`}
      value={scope}
      options={[
        { value: 'whole', label: t`with the tags below it` },
        { value: 'own', label: t`by itself` },
      ]}
      onChange={onScope}
    />
  );
}
