import { useLingui } from '@lingui/react/macro';
import { MapPinned, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { gridReference } from '#core/geo/grid-reference.ts';
import type { Place } from '#core/geo/place.ts';
import { isOwnPlace, maxPlaceName, maxPlaceNote, maxPlaceSource } from '#core/geo/place-edits.ts';
import { readPoint } from '#core/geo/read-point.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { countryNames } from './country-names.ts';
import { formatPoint } from './map-furniture.ts';
import { addPlace, dropPlace, editPlace } from './mention-deeds.ts';
import { PlaceFacts } from './PlaceFacts.tsx';
import styles from './Places.module.css';
import {
  askForPoint,
  bringBackPlace,
  closePlace,
  discardPlace,
  goOnTyping,
  type PlaceForm,
  rebasePlace,
  settlePlace,
  showFound,
  typePlace,
  usePlaceDesk,
} from './place-desk.ts';
import { type PlaceDraft, readDraft, sameDraft } from './place-draft.ts';
import { SameNamed } from './SameNamed.tsx';
import { useNewestPlace, useOwnPlaces } from './use-place-data.ts';
import { usePlaceWords } from './use-place-words.ts';

/** The window of a place: what is known of it and from where, and what the analyst says otherwise. */
export function PlaceDialog() {
  const open = usePlaceDesk((desk) => desk.open);
  const own = useOwnPlaces();
  const newest = useNewestPlace(open?.place ?? null);
  useEffect(() => {
    if (newest !== null) rebasePlace(newest);
  }, [newest]);
  if (open === null) return null;
  const stored = own.find(({ id }) => id === open.place?.id) ?? null;
  return <OpenDialog key={open.key} form={open} stored={stored} />;
}

type OpenDialogProps = {
  readonly form: PlaceForm;
  /** What the analyst says of it already. */
  readonly stored: Place | null;
};

function OpenDialog({ form, stored }: OpenDialogProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const { place, draft, start } = form;

  const save = async () => {
    const said = readDraft(draft);
    if (said === null) return null;
    const kept = place === null ? await addPlace(session, said, null) : await editPlace(session, place, form);
    // What could not be written has been told already.
    if (kept === null) return null;
    settlePlace(form);
    showFound(kept);
    look.setState({ placeId: kept.id });
    await offerUndo(place === null ? t`Made the place ${kept.name}.` : t`Changed the place ${kept.name}.`);
    return null;
  };
  const drop = async () => {
    if (stored === null) return;
    closePlace();
    showFound(stored.original ?? null);
    if (!(await dropPlace(session, stored))) return;
    await offerUndo(
      isOwnPlace(stored)
        ? t`${stored.name} is no longer in your gazetteer; its passages stay.`
        : t`${stored.name} is as the program has it again.`,
    );
  };
  /** A click beside the window is no decision. */
  const putAside = () => {
    const aside = closePlace();
    if (aside === null) return;
    const name = aside.draft.name.trim() || t`New place`;
    notify({
      kind: 'good',
      text: t`What you typed about “${name}” is not saved. It waits beside the map until you save or discard it.`,
      action: { label: t`Go on typing`, run: () => goOnTyping(aside.key) },
    });
  };
  const discard = () => {
    const before = discardPlace();
    if (before === null) return;
    notify({
      kind: 'good',
      text: t`Discarded what was not saved.`,
      action: { label: t`Bring it back`, run: () => bringBackPlace(before) },
    });
  };
  return (
    <DeedDialog
      title={place === null ? t`New place` : place.name}
      confirmLabel={place === null ? t`Make the place` : t`Save`}
      isReady={draft.name.trim() !== '' && readDraft(draft) !== null}
      wide
      onConfirm={save}
      onClose={putAside}
      onCancel={discard}
    >
      {form.wasAside && !sameDraft(draft, start) && (
        <p className={styles.banner}>{t`Not saved yet: this is what you typed before.`}</p>
      )}
      {place !== null && (
        <div className={styles.facts}>
          <p>
            {words.kind(place)} · {words.point(place)} · {words.precision(place.precision)}
          </p>
          <PlaceFacts place={place} />
          {stored !== null && (
            <div>
              <Button size="small" onPress={() => void drop()}>
                <Undo2 size={14} aria-hidden="true" />
                {isOwnPlace(stored) ? t`Take it out of my gazetteer` : t`Go back to the program’s entry`}
              </Button>
            </div>
          )}
        </div>
      )}
      <PlaceFields place={place} draft={draft} onChange={typePlace} />
    </DeedDialog>
  );
}

type PlaceFieldsProps = {
  readonly place: Place | null;
  readonly draft: PlaceDraft;
  readonly onChange: (part: Partial<PlaceDraft>) => void;
};

function PlaceFields({ place, draft, onChange }: PlaceFieldsProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t`Name`}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={maxPlaceName}
        />
        <CountryField country={draft.country} onChange={(country) => onChange({ country })} />
      </div>
      <SameNamed name={draft.name} place={place} />
      <TextField
        label={t`Other names and spellings, one a line`}
        description={t`Texts are searched for all of them.`}
        value={draft.aliases}
        onChange={(aliases) => onChange({ aliases })}
        multiline
      />
      <PointField draft={draft} onChange={onChange} />
      <div className={styles.pair}>
        <Select
          label={t`How exact is this point?`}
          value={draft.precision}
          onChange={(precision) => onChange({ precision })}
          options={(['exact', 'near', 'area'] as const).map((value) => ({
            value,
            label: words.precision(value),
          }))}
        />
        <TextField
          label={t`Said to lie in`}
          placeholder={t`Cercle, province, department or region`}
          value={draft.unit}
          onChange={(unit) => onChange({ unit })}
          maxLength={maxPlaceName}
        />
      </div>
      <TextField
        label={t`Known from`}
        placeholder={t`A map, a report, a person, with its date`}
        value={draft.source}
        onChange={(source) => onChange({ source })}
        maxLength={maxPlaceSource}
      />
      <TextField
        label={t`Note: why here, why so called`}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        maxLength={maxPlaceNote}
        multiline
      />
    </>
  );
}

function PointField({ draft, onChange }: Omit<PlaceFieldsProps, 'place'>) {
  const { t } = useLingui();
  const isEmpty = draft.point.trim() === '';
  const point = isEmpty ? null : readPoint(draft.point);
  const read =
    point === null
      ? t`Nobody has located it: it is listed, never drawn.`
      : [formatPoint(point.lat, point.lon), gridReference(point)].filter(Boolean).join(' · MGRS ');
  return (
    <div className={styles.pointField}>
      <TextField
        label={t`Point`}
        placeholder={t`15.2167, 0.3 · 15°13′N 0°18′E · 31P BS 0123 4567`}
        value={draft.point}
        onChange={(text) => onChange({ point: text })}
        maxLength={80}
        {...(isEmpty || point !== null
          ? { description: read }
          : { error: t`This can’t be read as a point. Latitude comes first; decimals have a point.` })}
      />
      <Button size="small" onPress={askForPoint}>
        <MapPinned size={14} aria-hidden="true" />
        {t`Take it from the map`}
      </Button>
    </div>
  );
}

type CountryFieldProps = { readonly country: string; readonly onChange: (country: string) => void };

function CountryField({ country, onChange }: CountryFieldProps) {
  const { t, i18n } = useLingui();
  const names = Object.values(countryNames).map(({ code, en, fr }) => ({
    value: code,
    label: i18n.locale === 'fr' ? fr : en,
  }));
  const isListed = country === '' || names.some(({ value }) => value === country);
  const options = [
    { value: '', label: t`Several, or not known` },
    ...names,
    ...(isListed ? [] : [{ value: country, label: country }]),
  ];
  return <Select label={t`Country`} value={country} options={options} onChange={onChange} />;
}
