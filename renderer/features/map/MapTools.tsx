import { useLingui } from '@lingui/react/macro';
import { Ruler, SquareDashedMousePointer } from 'lucide-react';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ExchangeMenu } from './ExchangeMenu.tsx';
import type { AreaTool } from './use-area-tool.ts';
import { useAreaWays } from './use-area-words.ts';
import type { Measure } from './use-measure.ts';

/** What can be done with clicks on the map: measure, and select a part of it; and the ways in and out. */
export function MapTools({ measure, area }: { readonly measure: Measure; readonly area: AreaTool }) {
  const { t } = useLingui();
  const ways = useAreaWays();
  return (
    <>
      <IconButton
        label={t`Measure distance and bearing`}
        icon={Ruler}
        size="small"
        isOn={measure.isOn}
        onPress={measure.toggle}
      />
      <ActionMenu
        label={t`Select an area`}
        actions={ways.map(({ way, label }) => ({ id: way, label, onAction: () => area.begin(way) }))}
      >
        <SquareDashedMousePointer size={15} aria-hidden="true" />
      </ActionMenu>
      <ExchangeMenu />
    </>
  );
}
