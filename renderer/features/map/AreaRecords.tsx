import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Copy, MapPinOff, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { toCsv } from '#core/exchange/csv.ts';
import type { SavedTable, TableFormat } from '#core/exchange/saved-table.ts';
import { countKinds, type ListedRecord, listRecords } from '#core/picture/list-records.ts';
import type { MapShape } from '#core/picture/narrowing.ts';
import { type ItemPlace, itemKinds, type PictureItem } from '#core/picture/picture-item.ts';
import { narrowing } from '#state/narrowing.ts';
import { notify } from '#state/notices.ts';
import { useNarrowedItems } from '#state/use-narrowed-items.ts';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/copy-text.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { kindName } from '#ui/kind-words.ts';
import { SaveTableMenu } from '#ui/SaveTableMenu.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './Narrowing.module.css';
import { useItemDays, useShapeName } from './use-area-words.ts';
import { useRecordTable } from './use-record-table.ts';
import { useSaveMapTable } from './use-save-map-table.ts';
import { useUnitLevels } from './use-units.ts';

type AreaRecordsProps = {
  readonly shape: MapShape;
  /** Show what an item leads to. */
  readonly onOpen: (item: PictureItem) => void;
};

/** What lies in the selected part of the map: each line opens its passage. */
export function AreaRecords({ shape, onOpen }: AreaRecordsProps) {
  const { t } = useLingui();
  const narrowed = useNarrowedItems();
  const shapeName = useShapeName();
  const levels = useUnitLevels();
  const records = useMemo(() => {
    // A region or district that was chosen holds the areas known to lie in it.
    const units = levels === null ? [] : [levels.region, levels.district];
    const isSure = ({ id }: ItemPlace) =>
      shape.kind === 'polygon' && units.some(({ wholes }) => wholes.get(id)?.shape.rings === shape.rings);
    return listRecords(narrowed?.inside ?? [], isSure);
  }, [narrowed, levels, shape]);
  const areaOnly = records.filter(({ isAreaOnly }) => isAreaOnly).length;
  return (
    <div className={styles.area}>
      <div className={styles.areaHead}>
        <div className={styles.line}>
          <strong>{shapeName(shape)}</strong>
          <span className={styles.gap} />
          <Button size="small" variant="quiet" onPress={() => narrowing.setState({ shape: null })}>
            <X size={14} aria-hidden="true" />
            {t`Clear the area`}
          </Button>
        </div>
        <Counts records={records} />
        {areaOnly > 0 && (
          <p className={styles.warn}>
            <Plural
              value={areaOnly}
              one="# is known only by an area whose middle lies here: it may have been outside."
              other="# are known only by an area whose middle lies here: they may have been outside."
            />
          </p>
        )}
        {narrowed !== undefined && narrowed.undated.length > 0 && (
          <p className={styles.soft}>
            <Trans>
              {narrowed.undated.length} more lie here, without a date, and are left out by the days.
            </Trans>
          </p>
        )}
        <SaveRecords records={records} name={shapeName(shape)} />
      </div>
      {records.length === 0 ? (
        <EmptyState icon={MapPinOff} title={t`Nothing lies in this area`}>
          <Trans>Accept places in the articles, enter events, or select another area.</Trans>
        </EmptyState>
      ) : (
        <Records records={records} onOpen={onOpen} />
      )}
    </div>
  );
}

function Counts({ records }: { readonly records: readonly ListedRecord[] }) {
  const counts = countKinds(records);
  return (
    <p className={styles.left} role="status">
      {itemKinds.flatMap((kind) => {
        const count = counts.get(kind);
        return count === undefined
          ? []
          : [
              <span key={kind}>
                {kindName(kind)}: {count}
              </span>,
            ];
      })}
    </p>
  );
}

type RecordsProps = Pick<AreaRecordsProps, 'onOpen'> & { readonly records: readonly ListedRecord[] };

function Records({ records, onOpen }: RecordsProps) {
  const { t } = useLingui();
  const days = useItemDays();
  const [chosen, setChosen] = useState(-1);
  const open = (index: number) => {
    const item = records[index]?.item;
    if (item !== undefined) onOpen(item);
  };
  return (
    <VirtualList
      label={t`In the selected area`}
      items={records}
      keyOf={({ item }) => item.id}
      rowHeight={58}
      chosenIndex={Math.min(chosen, records.length - 1)}
      onChoose={setChosen}
      onOpen={open}
      renderRow={({ item, places, isAreaOnly }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter, in the list.
        // biome-ignore lint/a11y/noStaticElementInteractions: the row of the list has the role.
        <div className={styles.record} onClick={() => open(index)}>
          <span className={styles.recordTitle}>{item.title}</span>
          <span className={styles.recordFacts}>
            {[
              kindName(item.kind),
              places
                .map(({ name: place }) => place)
                .filter(Boolean)
                .join(', '),
              days(item),
              item.source,
            ]
              .filter(Boolean)
              .join(' · ')}
            {isAreaOnly && ` · ${t`area only`}`}
          </span>
        </div>
      )}
    />
  );
}

function SaveRecords({
  records,
  name,
}: {
  readonly records: readonly ListedRecord[];
  readonly name: string;
}) {
  const { t } = useLingui();
  const toTable = useRecordTable();
  const save = useSaveMapTable();
  const table = (): SavedTable => ({ name, rows: toTable(records) });
  const copy = () => {
    if (copyText(toCsv(table().rows)))
      notify({ kind: 'good', text: t`Copied ${records.length} lines as CSV.` });
  };
  if (records.length === 0) return null;
  return (
    <div className={styles.line}>
      <Button size="small" variant="quiet" onPress={copy}>
        <Copy size={14} aria-hidden="true" />
        {t`Copy`}
      </Button>
      <SaveTableMenu onSave={(format: TableFormat) => void save(table(), format)} />
    </div>
  );
}
