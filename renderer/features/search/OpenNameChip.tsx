import { useLingui } from '@lingui/react/macro';
import { CircleHelp } from 'lucide-react';
import type { AliasChip } from '#core/search/results/search-answer.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';

type OpenNameChipProps = {
  readonly alias: AliasChip;
  /** The analyst says which actor is meant. */
  readonly onSettle: (actor: string) => void;
};

/** A name that may mean several things and was searched as it stands: the analyst can say which is meant. */
export function OpenNameChip({ alias: { typed, mayMean }, onSettle }: OpenNameChipProps) {
  const { t } = useLingui();
  const actions = (mayMean ?? []).map(({ entry, name }) => ({
    id: entry ?? name,
    label: entry === null ? t`${name} (as typed)` : name,
    isDisabled: entry === null,
    onAction: () => {
      if (entry !== null) onSettle(entry);
    },
  }));
  return (
    <ActionMenu
      label={t`“${typed}” may mean several things and was searched as it stands. Choose what is meant`}
      actions={actions}
    >
      <CircleHelp size={13} aria-hidden="true" />
      {t`${typed}: which one?`}
    </ActionMenu>
  );
}
