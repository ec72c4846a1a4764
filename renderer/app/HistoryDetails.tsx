import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { History as HistoryIcon } from 'lucide-react';
import { Fragment } from 'react';
import type { Change } from '#core/history/change.ts';
import { describeChange, type FieldChange } from '#core/history/describe-change.ts';
import type { ListedEdit } from '#core/history/history-rows.ts';
import type { AnalystId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { findAnalyst } from '#storage/analysts.ts';
import { Button } from '#ui/Button.tsx';
import { useRecordWords } from '#ui/use-record-words.ts';
import styles from './HistoryPanel.module.css';
import type { WantedPoint } from './HistoryPanel.tsx';
import { type HistoryLine, rowWords, stepWords } from './history-lines.ts';
import { fieldWord, valueWord } from './record-field-words.ts';
import { type EditChanges, useEditChanges } from './use-edit-changes.ts';
import { useShowEdited } from './use-show-edited.ts';

type HistoryDetailsProps = {
  readonly line: Exclude<HistoryLine, { kind: 'day' }>;
  readonly onGoBack: (point: WantedPoint) => void;
  /** What was edited has been opened. */
  readonly onShown: () => void;
};

/** What one line of the history was: when, by whom, what it did to which records, and the way back to it. */
export function HistoryDetails({ line, onGoBack, onShown }: HistoryDetailsProps) {
  const { t } = useLingui();
  const { row } = line;
  const edits = line.kind === 'part' ? [line.edit] : row.edits;
  const newest = edits[0] ?? row.edits[0];
  const oldest = edits.at(-1) ?? newest;
  const changes = useEditChanges(edits);
  const show = useShowEdited(changes);
  const words = line.kind === 'part' ? stepWords(newest.kind, newest.label) : rowWords(row);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and there may be nothing else in it to stop at.
    <section className={styles.details} aria-label={t`The edit`} tabIndex={0}>
      <p className={styles.sentence} dir="auto">
        {words}
      </p>
      <Facts line={line} newest={newest} oldest={oldest} />
      <div className={styles.deeds}>
        <Button onPress={() => onGoBack({ time: newest.time, side: 'after', at: newest.at })}>
          <HistoryIcon size={15} aria-hidden="true" /> {t`Go back to after this…`}
        </Button>
        <Button onPress={() => onGoBack({ time: oldest.time, side: 'before', at: oldest.at })}>
          {t`Go back to before this…`}
        </Button>
        {show !== null && (
          <Button
            onPress={() => {
              show();
              onShown();
            }}
          >{t`Show it`}</Button>
        )}
      </div>
      <Changes changes={changes} />
    </section>
  );
}

type FactsProps = Pick<HistoryDetailsProps, 'line'> & {
  readonly newest: ListedEdit;
  readonly oldest: ListedEdit;
};

function Facts({ line: { row }, newest, oldest }: FactsProps) {
  const { t, i18n } = useLingui();
  const { db, analystId } = useSession();
  // The analyst of a device has its id.
  const name = useLiveQuery(
    () => findAnalyst(db, newest.device as string as AnalystId),
    [db, newest.device],
  )?.name;
  const moment = (at: string) => i18n.date(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' });
  const isHere = newest.device === (analystId as string);
  const { fate } = row;
  return (
    <dl className={styles.facts}>
      <dt>{t`When`}</dt>
      <dd>{newest.at === oldest.at ? moment(newest.at) : `${moment(oldest.at)} – ${moment(newest.at)}`}</dd>
      {name !== undefined && name !== '' && (
        <>
          <dt>{t`Who`}</dt>
          <dd dir="auto">{name}</dd>
        </>
      )}
      <dt>{t`Where`}</dt>
      <dd>{isHere ? t`on this computer` : t`on another computer (${newest.device.slice(0, 8)})`}</dd>
      {fate.kind !== 'stands' && (
        <>
          <dt>{fate.kind === 'undone' ? t`Undone` : t`Left behind`}</dt>
          <dd>{fate.kind === 'undone' ? moment(fate.by.at) : t`by going back, ${moment(fate.by.at)}`}</dd>
        </>
      )}
    </dl>
  );
}

function Changes({ changes }: { readonly changes: EditChanges | undefined }) {
  const { t } = useLingui();
  const words = useRecordWords();
  if (changes === undefined) return <p className={styles.more}>{t`Reading the journal…`}</p>;
  const kinds = { made: t`made`, removed: t`removed`, changed: t`changed` };
  const { shown, total, nameId } = changes;
  return (
    <div className={styles.changes}>
      <h3>
        <Plural value={total} one="# record" other="# records" />
      </h3>
      {shown.map((change, index) => {
        const { kind, name, fields } = describeChange(change, nameId);
        return (
          <div key={`${change.table} ${change.id} ${index.toString()}`} className={styles.change}>
            <p className={styles.changeHead}>
              <span className={styles.table}>
                {words.tables[change.table]}, {kinds[kind]}
              </span>
              <bdi className={styles.name}>{name}</bdi>
            </p>
            <Fields change={change} fields={fields} />
          </div>
        );
      })}
      {shown.length < total && (
        <p className={styles.more}>
          <Plural value={total - shown.length} one="and # more" other="and # more" />
        </p>
      )}
    </div>
  );
}

function Fields({ change, fields }: { readonly change: Change; readonly fields: readonly FieldChange[] }) {
  return fields.map(({ path, before, after }) => (
    <Fragment key={path.join('.')}>
      <p className={`${styles.field} ${styles.fieldName}`}>{fieldWord(change.table, path)}</p>
      {before !== null && (
        <del className={`${styles.value} ${styles.before}`} dir="auto">
          {valueWord(before)}
        </del>
      )}
      {after === null ? (
        <span className={`${styles.value} ${styles.none}`}>
          <Trans>nothing</Trans>
        </span>
      ) : (
        <ins className={styles.value} style={{ textDecoration: 'none' }} dir="auto">
          {valueWord(after)}
        </ins>
      )}
    </Fragment>
  ));
}
