import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextField } from '#ui/TextField.tsx';
import { LayerSwatch } from './LayerSwatch.tsx';
import styles from './Layers.module.css';
import { dropLayer, editLayer, shiftLayer } from './layer-deeds.ts';
import { useLayerWords } from './use-layer-words.ts';
import type { ListedLayer } from './use-map-layers.ts';

type LayerRowProps = {
  readonly listed: ListedLayer;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

/** One layer: whether it is shown, how strongly, where among the others, and what it is. */
export function LayerRow({ listed, isFirst, isLast }: LayerRowProps) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const [edited, setEdited] = useState<'name' | 'attribution' | null>(null);
  const { layer, look } = listed;
  const remove = async () => {
    if (await dropLayer(session, layer)) await offerUndo(t`“${layer.name}” is off the map.`);
  };
  return (
    <li className={styles.row} aria-label={layer.name}>
      <div className={styles.line}>
        <CheckBox
          isSelected={layer.isShown}
          onChange={(isShown) => void editLayer(session, layer, { isShown })}
        >
          <LayerSwatch layer={layer} look={look} />
          <span className={styles.name}>{layer.name}</span>
        </CheckBox>
        <span className={styles.gap} />
        <IconButton
          label={t`Lay ${layer.name} higher`}
          icon={ArrowUp}
          size="small"
          isDisabled={isFirst}
          onPress={() => void shiftLayer(session, layer, 'up')}
        />
        <IconButton
          label={t`Lay ${layer.name} lower`}
          icon={ArrowDown}
          size="small"
          isDisabled={isLast}
          onPress={() => void shiftLayer(session, layer, 'down')}
        />
        <ActionMenu
          label={t`More about ${layer.name}`}
          actions={[
            { id: 'rename', label: t`Rename…`, onAction: () => setEdited('name') },
            { id: 'credit', label: t`Credits…`, onAction: () => setEdited('attribution') },
            { id: 'remove', label: t`Take off the map`, isDanger: true, onAction: () => void remove() },
          ]}
        />
      </div>
      <Opacity listed={listed} />
      <LayerState listed={listed} />
      {edited !== null && <LineDialog listed={listed} field={edited} onClose={() => setEdited(null)} />}
    </li>
  );
}

/** How strongly a layer is drawn; one edit when the handle is let go. */
function Opacity({ listed: { layer } }: Pick<LayerRowProps, 'listed'>) {
  const { t } = useLingui();
  const session = useSession();
  const [moved, setMoved] = useState<number | null>(null);
  const shown = moved ?? layer.opacity;
  // Held until the last of several quick steps is kept: each step starts from the one before.
  if (moved === layer.opacity) setMoved(null);
  return (
    <Slider
      className={styles.opacity ?? ''}
      aria-label={t`Opacity of ${layer.name}`}
      minValue={0}
      maxValue={1}
      step={0.05}
      formatOptions={{ style: 'percent' }}
      value={shown}
      onChange={setMoved}
      onChangeEnd={(opacity) => {
        void editLayer(session, layer, { opacity }).then((kept) => {
          if (!kept) setMoved(null);
        });
      }}
    >
      <span className={styles.soft} aria-hidden="true">{t`Opacity`}</span>
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
      <span className={styles.soft} aria-hidden="true">
        {Math.round(shown * 100)} %
      </span>
    </Slider>
  );
}

/** What a layer is, or why it is not drawn. */
function LayerState({ listed: { layer, file } }: Pick<LayerRowProps, 'listed'>) {
  const { t } = useLingui();
  const words = useLayerWords();
  const contents = typeof file === 'object' && file.ok ? file.file.contents : null;
  return (
    <>
      <p className={styles.soft}>
        {words.form(layer.form)} · {words.size(layer.sizeBytes)}
        {contents?.kind === 'shapes' && (
          <>
            {' · '}
            <Plural value={contents.shapes} one="# shape" other="# shapes" />
          </>
        )}
        {contents?.kind === 'tiles' && (
          <>
            {' · '}
            <Trans>
              zooms {contents.facts.minZoom} to {contents.facts.maxZoom}
            </Trans>
          </>
        )}
        {file === 'reading' && ` · ${t`Reading…`}`}
        {layer.attribution !== '' && ` · ${layer.attribution}`}
      </p>
      {typeof file === 'object' && !file.ok && (
        <p className={styles.problem} role="alert">
          {file.problem.code === 'unreadable'
            ? t`The file “${layer.fileName}” is missing in this workspace or damaged. Add it again, and the layer is drawn.`
            : `${t`“${layer.fileName}” can’t be drawn.`} ${words.problem(file.problem)}`}
        </p>
      )}
    </>
  );
}

type LineDialogProps = Pick<LayerRowProps, 'listed'> & {
  readonly field: 'name' | 'attribution';
  readonly onClose: () => void;
};

function LineDialog({ listed: { layer }, field, onClose }: LineDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const [value, setValue] = useState(layer[field]);
  return (
    <DeedDialog
      title={field === 'name' ? t`Rename the layer` : t`Credits of “${layer.name}”`}
      confirmLabel={t`Save`}
      isReady={field === 'attribution' || value.trim() !== ''}
      onConfirm={async () =>
        (await editLayer(session, layer, { [field]: value })) ? null : t`It could not be kept.`
      }
      onClose={onClose}
    >
      <TextField
        label={field === 'name' ? t`Name` : t`Whom to name under the map`}
        value={value}
        maxLength={300}
        autoFocus
        onChange={setValue}
      />
    </DeedDialog>
  );
}
