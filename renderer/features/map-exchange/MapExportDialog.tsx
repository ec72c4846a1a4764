import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { isOfAcled } from '#core/events/leave-out-acled.ts';
import { type MapTable, mapTables } from '#core/exchange/map-files/map-feature.ts';
import { type MapFormat, mapFormats } from '#core/exchange/map-files/write-map-file.ts';
import { narrowItems } from '#core/picture/narrow-items.ts';
import { wideOpen } from '#core/picture/narrowing.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { usePictureItems } from '#state/use-picture-items.ts';
import { useReachingNarrowing } from '#state/use-reaching-narrowing.ts';
import { type MapRecords, readMapRecords } from '#storage/map-records.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { DialogBody } from '#ui/DialogBody.tsx';
import { Select } from '#ui/Select.tsx';
import { useRecordWords } from '#ui/use-record-words.ts';
import styles from './MapExchange.module.css';
import { type ChosenRecords, chooseRecords, type MapChoice, saveMapFile } from './map-export.ts';
import { useFormatWords } from './use-format-words.ts';

type MapExportDialogProps = {
  /** Chosen at first. */
  readonly tables: readonly MapTable[];
  readonly onClose: () => void;
};

/** Choose what goes out and in which format; see how much it is and what the format can't say; save it. */
export function MapExportDialog({ tables, onClose }: MapExportDialogProps) {
  const { t } = useLingui();
  const formats = useFormatWords();
  const desk = useExportDesk(tables);
  const { isBusy, save } = useSaving(onClose);
  if (desk === null) return null;
  const { all, choice, chosen, shownIds, change } = desk;
  const isEventsOnly = choice.format === 'acled' || choice.format === 'ucdp';
  return (
    <Dialog
      title={t`Export events and places`}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button
            variant="primary"
            isDisabled={chosen.total === 0 || isBusy}
            onPress={() => void save(all, chosen, choice.format)}
          >
            {isBusy ? t`Writing…` : t`Save…`}
          </Button>
        </>
      }
    >
      <DialogBody>
        <Select
          label={t`Format`}
          value={choice.format}
          options={mapFormats.map((value) => ({ value, label: formats[value].name }))}
          onChange={(format) => change({ format })}
        />
        <p className={styles.soft}>{formats[choice.format].use}</p>
        {!isEventsOnly && (
          <TableBoxes all={all} choice={choice} onChange={(next) => change({ tables: next })} />
        )}
        {shownIds !== null && (
          <CheckBox
            isSelected={choice.onlyIds !== null}
            onChange={(isOn) => change({ onlyIds: isOn ? shownIds : null })}
          >
            {t`Only what map and timeline are narrowed to`}
          </CheckBox>
        )}
        <AcledBox all={all} choice={choice} onChange={(withAcled) => change({ withAcled })} />
        <p role="status">
          <Plural value={chosen.total} one="# thing goes out." other="# things go out." />
        </p>
        <p className={styles.soft}>
          <Trans>
            The file holds what you wrote and marked, and the passages it rests on. Nothing is sent anywhere.
          </Trans>
        </p>
      </DialogBody>
    </Dialog>
  );
}

/** What there is, what is chosen of it, and what that comes to; `null` until it is read. */
function useExportDesk(tables: readonly MapTable[]) {
  const { db } = useSession();
  const all = useLiveQuery(() => readMapRecords(db), [db]);
  const shownIds = useShownIds();
  const [choice, setChoice] = useState<MapChoice>(() => ({
    format: 'geojson',
    tables: new Set(tables),
    onlyIds: null,
    withAcled: false,
  }));
  const chosen = useMemo(() => (all === undefined ? null : chooseRecords(all, choice)), [all, choice]);
  if (all === undefined || chosen === null) return null;
  const change = (part: Partial<MapChoice>) => setChoice((before) => ({ ...before, ...part }));
  return { all, choice, chosen, shownIds, change };
}

function useSaving(onDone: () => void) {
  const { t } = useLingui();
  const { workspace } = useSession();
  const [isBusy, setBusy] = useState(false);
  const save = async (all: MapRecords, chosen: ChosenRecords, format: MapFormat) => {
    setBusy(true);
    try {
      const answer = await saveMapFile(all, chosen, { format, name: workspace.name });
      if (answer === null) return;
      if (answer.ok) notify({ kind: 'good', text: t`Saved as ${answer.fileLabel}` });
      else notify({ kind: 'danger', text: t`It could not be written: ${answer.problem.message}` });
      if (answer.ok) onDone();
    } catch (error) {
      notify({ kind: 'danger', text: t`The export failed: ${String(error)}` });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, save };
}

type BoxProps<Value> = {
  readonly all: MapRecords;
  readonly choice: MapChoice;
  readonly onChange: (value: Value) => void;
};

/** A box for every table that has anything to send out. */
function TableBoxes({ all, choice, onChange }: BoxProps<ReadonlySet<MapTable>>) {
  const { t } = useLingui();
  const { counted } = useRecordWords();
  const { withAcled } = choice;
  const countOf = (table: MapTable) =>
    chooseRecords(all, { format: 'geojson', tables: new Set([table]), onlyIds: null, withAcled }).total;
  const toggle = (table: MapTable, isOn: boolean) =>
    onChange(new Set(mapTables.filter((one) => (one === table ? isOn : choice.tables.has(one)))));
  return (
    <section className={styles.group} aria-label={t`What goes along`}>
      {mapTables
        .filter((table) => countOf(table) > 0)
        .map((table) => (
          <CheckBox
            key={table}
            isSelected={choice.tables.has(table)}
            onChange={(isOn) => toggle(table, isOn)}
          >
            {counted({ [table]: countOf(table) })[0]}
          </CheckBox>
        ))}
    </section>
  );
}

/** Lets events of ACLED go along, where there are any. */
function AcledBox({ all, choice, onChange }: BoxProps<boolean>) {
  const acled = all.events.filter(isOfAcled).length;
  if (acled === 0) return null;
  return (
    <CheckBox isSelected={choice.withAcled} onChange={onChange}>
      <Plural
        value={acled}
        one="# event of ACLED too, whose terms let nobody pass it on"
        other="# events of ACLED too, whose terms let nobody pass them on"
      />
    </CheckBox>
  );
}

/** The ids of the records that map and timeline are narrowed to; `null`: they are narrowed by nothing. */
function useShownIds(): ReadonlySet<string> | null {
  const narrowing = useReachingNarrowing();
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
