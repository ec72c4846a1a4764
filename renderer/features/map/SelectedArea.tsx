import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { fold } from '#core/text/fold.ts';
import { useNarrowing } from '#state/narrowing.ts';
import { Button } from '#ui/Button.tsx';
import { Chooser } from '#ui/Chooser.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AreaRecords } from './AreaRecords.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import styles from './Places.module.css';
import { type AreaTool, selectShape } from './use-area-tool.ts';
import { useAreaWays } from './use-area-words.ts';
import { useUnits } from './use-units.ts';

type SelectedAreaProps = {
  readonly tool: AreaTool;
  /** Show what an item leads to. */
  readonly onOpen: (item: PictureItem) => void;
};

/** What lies in the selected part of the map, or the ways to select one. */
export function SelectedArea({ tool, onOpen }: SelectedAreaProps) {
  const shape = useNarrowing((state) => state.shape);
  if (tool.way !== null) return <Drawing tool={tool} />;
  if (shape !== null) return <AreaRecords shape={shape} onOpen={onOpen} />;
  return <Ways tool={tool} />;
}

/** How to go on with what is being drawn. */
function Drawing({ tool }: { readonly tool: AreaTool }) {
  const { t } = useLingui();
  const way = useAreaWays().find((one) => one.way === tool.way);
  return (
    <section className={styles.panel} aria-label={t`Select an area`}>
      <p>
        <strong>{way?.label}</strong>
      </p>
      <p role="status">{tool.hasMissed ? t`There is none under the click. ${way?.hint ?? ''}` : way?.hint}</p>
      <p className={styles.soft}>
        {t`By keyboard: with the focus on the map, arrow keys and + and − bring the cross in its middle to the point; Enter sets it, Backspace takes the last one back, Escape ends.`}
      </p>
      <div className={styles.actions}>
        {tool.way === 'polygon' && (
          <Button size="small" variant="primary" isDisabled={!tool.canFinish} onPress={tool.finish}>
            {t`Close the area`}
          </Button>
        )}
        {tool.points.length > 0 && (
          <Button size="small" onPress={tool.removeLast}>{t`Take the last point back`}</Button>
        )}
        <Button size="small" variant="quiet" onPress={tool.cancel}>{t`Cancel`}</Button>
      </div>
    </section>
  );
}

function Ways({ tool }: Pick<SelectedAreaProps, 'tool'>) {
  const { t } = useLingui();
  const ways = useAreaWays();
  const [isChoosing, setIsChoosing] = useState(false);
  const units = useUnits();
  const findUnits = (query: string) =>
    units
      .filter(({ label }) => fold(label).includes(fold(query.trim())))
      .map(({ unit, label }) => ({ key: unit.id, label }));
  return (
    <div className={styles.panel}>
      <p className={styles.soft}>
        {t`Select a part of the map: what lies in it is listed here, and map and timeline show only that.`}
      </p>
      <div className={styles.actions}>
        {ways.map(({ way, label }) => (
          <Button key={way} size="small" onPress={() => tool.begin(way)}>
            {label}
          </Button>
        ))}
      </div>
      <div className={styles.actions}>
        <Button size="small" onPress={tool.selectView}>{t`What the map shows now`}</Button>
        <Button size="small" onPress={() => setIsChoosing(true)}>{t`Region or district by name…`}</Button>
      </div>
      <Around />
      <Chooser
        title={t`Region or district`}
        find={findUnits}
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
        onChoose={(key) => {
          const found = units.find(({ unit }) => unit.id === key);
          if (found !== undefined) selectShape({ ...found.unit.shape, name: found.label });
        }}
      />
    </div>
  );
}

/** Beyond this a circle is no longer one part of the map. */
const widestKm = 2_000;

/** A radius around a place found by name. */
function Around() {
  const { t } = useLingui();
  const [km, setKm] = useState('50');
  const radiusKm = Number(km.replace(',', '.'));
  const isRight = Number.isFinite(radiusKm) && radiusKm > 0 && radiusKm <= widestKm;
  return (
    <section className={styles.search} aria-label={t`Around a place`}>
      <TextField
        label={t`Radius in kilometres`}
        value={km}
        onChange={setKm}
        {...(isRight ? {} : { error: t`Give kilometres, up to ${widestKm}.` })}
      />
      <PlaceSearch
        label={t`Around which place`}
        onChoose={({ lat, lon }) => {
          // A place that nobody has located has nothing around it.
          if (isRight && lat !== null && lon !== null) selectShape({ kind: 'circle', lat, lon, radiusKm });
        }}
      />
    </section>
  );
}
