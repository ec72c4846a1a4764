import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { MapPoint } from '#core/picture/map-point.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { kindName } from '#ui/kind-words.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import { KindSymbol } from './KindSymbol.tsx';
import styles from './Places.module.css';
import { closePointList, type ListedPoints, useListedPoints } from './point-pile.ts';
import { precisionName } from './point-words.ts';
import { useItemDays } from './use-area-words.ts';

type PointListProps = {
  /** Lead to the passage, event or place a point stands for. */
  readonly onOpen: (point: MapPoint) => void;
};

/** What lies at one point of the map, or all it shows: what its symbols say and do, by keyboard. */
export function PointList({ onOpen }: PointListProps) {
  const listed = useListedPoints();
  return listed === null ? null : <OpenList key={listed.of} listed={listed} onOpen={onOpen} />;
}

function OpenList({ listed, onOpen }: PointListProps & { readonly listed: ListedPoints }) {
  const { t } = useLingui();
  const [at, setAt] = useState(0);
  const { of, points } = listed;
  const count = points.length;
  const title =
    of === 'pile'
      ? plural(count, { one: 'Here lies # thing', other: 'Here lie # things' })
      : plural(count, { one: 'The map shows # thing', other: 'The map shows # things' });
  const open = (index: number) => {
    const point = points[index];
    if (point !== undefined) onOpen(point);
  };
  return (
    <section className={styles.pointList} aria-label={t`Points of the map`}>
      <header className={styles.pointHead}>
        <h2 className={styles.name} aria-live="polite">
          {title}
        </h2>
        <IconButton label={t`Close the list`} icon={X} size="small" onPress={closePointList} />
      </header>
      <div className={styles.pointRows} style={{ height: `min(${Math.max(1, count) * 3}rem, 40vh)` }}>
        <VirtualList
          label={title}
          items={points}
          keyOf={keyOf}
          rowHeight={42}
          renderRow={(point) => <PointRow point={point} />}
          chosenIndex={Math.min(at, count - 1)}
          onChoose={(index) => {
            // A click on what is chosen opens it, as Enter does.
            if (index === at) open(index);
            setAt(index);
          }}
          onOpen={open}
          onKeyDown={(event) => {
            if (event.key === 'Escape') closePointList();
          }}
        />
      </div>
    </section>
  );
}

function keyOf({ item, placeId }: MapPoint): string {
  return item?.id ?? `suggested:${placeId}`;
}

function PointRow({ point }: { readonly point: MapPoint }) {
  const { kind, item, placeName, precision } = point;
  const days = useItemDays();
  const said = [kindName(kind), placeName, precisionName(precision), item === null ? '' : days(item)];
  return (
    <span className={styles.pointRow}>
      <KindSymbol kind={kind} precision={precision} />
      <span className={styles.pointWords}>
        <span className={styles.pointTitle}>{item?.title ?? placeName}</span>
        <span className={styles.source}>{said.filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  );
}
