import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { isOfAcled } from '#core/events/leave-out-acled.ts';
import { type MapTable, mapTables } from '#core/exchange/map-files/map-feature.ts';
import { type MapFormat, mapFormats } from '#core/exchange/map-files/write-map-file.ts';
import { narrowItems } from '#core/picture/narrow-items.ts';
import { wideOpen } from '#core/picture/narrowing.ts';
import { useNarrowing } from '#state/narrowing.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { usePictureItems } from '#state/use-picture-items.ts';
import { readMapRecords } from '#storage/map-records.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { useRecordWords } from '#ui/use-record-words.ts';
import styles from './MapExchange.module.css';
import { chooseRecords, saveMapFile } from './map-export.ts';
import { useFormatWords } from './use-format-words.ts';

type MapExportDialogProps = {
  /** Chosen at first. */
  readonly tables: readonly MapTable[];
  readonly onClose: () => void;
};

/** Choose what goes out and in which format; see how much it is and what the format can't say; save it. */
export function MapExportDialog({ tables, onClose }: MapExportDialogProps) {
  const { t } = useLingui();
  const { db, workspace } = useSession();
  const { counted } = useRecordWords();
  const formats = useFormatWords();
  const all = useLiveQuery(() => readMapRecords(db), [db]);
  const shownIds = useShownIds();
  const [format, setFormat] = useState<MapFormat>('geojson');
  const [wanted, setWanted] = useState<ReadonlySet<MapTable>>(new Set(tables));
  const [isNarrowed, setNarrowed] = useState(false);
  const [withAcled, setWithAcled] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isEventsOnly = format === 'acled' || format === 'ucdp';
  const onlyIds = isNarrowed ? shownIds : null;
  const chosen = useMemo(
    () =>
      all === undefined
        ? { records: [], gazetteer: [], total: 0 }
        : chooseRecords(all, { format, tables: wanted, onlyIds, withAcled }),
    [all, format, wanted, onlyIds, withAcled],
  );
  if (all === undefined) return null;
  const acled = all.events.filter(isOfAcled).length;
  const count = chosen.total;
  const toggle = (table: MapTable, isOn: boolean) =>
    setWanted((before) => new Set(mapTables.filter((one) => (one === table ? isOn : before.has(one)))));
  const save = async () => {
    setBusy(true);
    try {
      const answer = await saveMapFile(all, chosen, { format, name: workspace.name });
      if (answer === null) return;
      if (answer.ok) notify({ kind: 'good', text: t`Saved as ${answer.fileLabel}` });
      else notify({ kind: 'danger', text: t`It could not be written: ${answer.problem.message}` });
      if (answer.ok) onClose();
    } catch (error) {
      notify({ kind: 'danger', text: t`The export failed: ${String(error)}` });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t`Export events and places`}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" isDisabled={count === 0 || isBusy} onPress={() => void save()}>
            {isBusy ? t`Writing…` : t`Save…`}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Select
          label={t`Format`}
          value={format}
          options={mapFormats.map((value) => ({ value, label: formats[value].name }))}
          onChange={setFormat}
        />
        <p className={styles.soft}>{formats[format].use}</p>
        {!isEventsOnly && (
          <section className={styles.group} aria-label={t`What goes along`}>
            {mapTables
              .filter((table) => countOf(table) > 0)
              .map((table) => (
                <CheckBox key={table} isSelected={wanted.has(table)} onChange={(isOn) => toggle(table, isOn)}>
                  {counted({ [table]: countOf(table) })[0]}
                </CheckBox>
              ))}
          </section>
        )}
        {shownIds !== null && (
          <CheckBox isSelected={isNarrowed} onChange={setNarrowed}>
            {t`Only what map and timeline are narrowed to`}
          </CheckBox>
        )}
        {acled > 0 && (
          <CheckBox isSelected={withAcled} onChange={setWithAcled}>
            <Plural
              value={acled}
              one="# event of ACLED too, whose terms let nobody pass it on"
              other="# events of ACLED too, whose terms let nobody pass them on"
            />
          </CheckBox>
        )}
        <p role="status">
          <Plural value={count} one="# thing goes out." other="# things go out." />
        </p>
        <p className={styles.soft}>
          <Trans>
            The file holds what you wrote and marked, and the passages it rests on. Nothing is sent anywhere.
          </Trans>
        </p>
      </div>
    </Dialog>
  );

  function countOf(table: MapTable): number {
    if (all === undefined) return 0;
    return chooseRecords(all, { format: 'geojson', tables: new Set([table]), onlyIds: null, withAcled })
      .total;
  }
}

/** The ids of the records that map and timeline are narrowed to; `null`: they are narrowed by nothing. */
function useShownIds(): ReadonlySet<string> | null {
  const narrowing = useNarrowing((state) => state);
  const items = usePictureItems();
  return useMemo(() => {
    const keys = Object.keys(wideOpen) as (keyof typeof wideOpen)[];
    const isOpen = keys.every(
      (key) => key === 'timeOf' || JSON.stringify(narrowing[key]) === JSON.stringify(wideOpen[key]),
    );
    if (isOpen || items === undefined) return null;
    return new Set(narrowItems(items, narrowing).inside.map(({ recordId }) => recordId));
  }, [narrowing, items]);
}
