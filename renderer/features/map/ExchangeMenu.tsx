import { useLingui } from '@lingui/react/macro';
import { ArrowLeftRight } from 'lucide-react';
import { askForMapExport, askForMapImport } from '#state/map-exchange.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';

/** The ways of what the map shows into the program and out of it. */
export function ExchangeMenu() {
  const { t } = useLingui();
  return (
    <ActionMenu
      label={t`Import and export`}
      actions={[
        { id: 'import', label: t`Import events and places…`, onAction: askForMapImport },
        {
          id: 'export',
          label: t`Export events and places…`,
          onAction: () => askForMapExport(['events', 'places', 'tracks', 'areas', 'highlights']),
        },
      ]}
    >
      <ArrowLeftRight size={15} aria-hidden="true" />
    </ActionMenu>
  );
}
