import { Plural, useLingui } from '@lingui/react/macro';
import type { PointsAs } from '#core/exchange/map-files/make-records.ts';
import { isOfGazetteer } from '#core/exchange/map-files/to-map-features.ts';
import { ImportNews } from '#ui/ImportNews.tsx';
import { Select } from '#ui/Select.tsx';
import { TakeChoice } from '#ui/TakeChoice.tsx';
import styles from './MapExchange.module.css';
import { changeFilePlan, type ReadyFile } from './map-import.ts';
import { OtherPlaces } from './OtherPlaces.tsx';
import { RowReport } from './RowReport.tsx';

/** What a map file holds, and what it would do here or did. */
export function FilePlan({ ready, isDone }: { readonly ready: ReadyFile; readonly isDone: boolean }) {
  const { t } = useLingui();
  const { plan, form, features, take, pointsAs, takenPlaces } = ready;
  const isForeign = features.some(
    (one) => one.carried === null && !isOfGazetteer(one) && one.shape?.type.endsWith('Point'),
  );
  const forms = { geojson: 'GeoJSON', kml: 'KML', gpx: 'GPX', csv: t`a table (CSV)` };
  return (
    <>
      <p className={styles.soft}>
        {forms[form]} · <Plural value={features.length} one="# feature" other="# features" />
      </p>
      {isForeign && !isDone && (
        <Select<PointsAs>
          label={t`Points of another program become`}
          value={pointsAs}
          options={[
            { value: 'events', label: t`events` },
            { value: 'places', label: t`places` },
          ]}
          onChange={(value) => void changeFilePlan({ pointsAs: value })}
        />
      )}
      <ImportNews plan={plan} hasMore={plan.otherPlaces.length > 0} isDone={isDone} />
      {plan.same > 0 && (
        <p>
          <Plural value={plan.same} one="# thing is here already." other="# things are here already." />
        </p>
      )}
      {!isDone && (
        <TakeChoice
          count={plan.differing.length}
          take={take}
          onChange={(value) => void changeFilePlan({ take: value })}
        />
      )}
      {plan.otherPlaces.length > 0 && !isDone && (
        <OtherPlaces
          places={plan.otherPlaces}
          taken={takenPlaces}
          onTake={(next) => void changeFilePlan({ takenPlaces: next })}
        />
      )}
      <RowReport problems={[...ready.problems, ...plan.problems]} fileName={ready.fileName} />
      {isDone && <p role="status">{t`Imported. Undo takes all of it back in one step.`}</p>}
    </>
  );
}
