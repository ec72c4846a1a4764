import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { showScreen } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import styles from './MapExchange.module.css';
import { closeMapImport, type TakenEvents } from './map-import.ts';

/** What the chosen rows of an export would do here, or did. */
export function TakenPlan({ taken, isDone }: { readonly taken: TakenEvents; readonly isDone: boolean }) {
  const { t } = useLingui();
  const { added, updated, same, edited, own } = taken.plan;
  const lines: readonly (readonly [number, string])[] = [
    [added, t`${plural(added, { one: '# new event', other: '# new events' })}`],
    [
      updated,
      t`${plural(updated, { one: '# known event the collection has changed', other: '# known events the collection has changed' })}`,
    ],
    [same, t`${plural(same, { one: '# here already', other: '# here already' })}`],
    [
      edited.length,
      t`${plural(edited.length, { one: '# changed there and edited here: yours stays', other: '# changed there and edited here: yours stay' })}`,
    ],
    [
      own,
      t`${plural(own, { one: '# of your own events that went out: it stays', other: '# of your own events that went out: they stay' })}`,
    ],
  ];
  return (
    <>
      <p>{isDone ? t`It came to:` : t`It would come to:`}</p>
      <ul className={styles.bullets}>
        {lines
          .filter(([count]) => count > 0)
          .map(([, line]) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      {taken.likely.length > 0 && <Likely taken={taken} isDone={isDone} />}
      {isDone && <p role="status">{t`Imported. Undo takes all of it back in one step.`}</p>}
    </>
  );
}

/** Events of ours that may be told a second time: the pairs are decided on the screen of events, one by one. */
function Likely({ taken, isDone }: { readonly taken: TakenEvents; readonly isDone: boolean }) {
  const { t } = useLingui();
  const go = () => {
    closeMapImport();
    showScreen('events');
  };
  return (
    <section className={styles.group} aria-label={t`May be the same`}>
      <p className={styles.warning}>
        <Plural
          value={taken.likely.length}
          one="# event of yours may be the same as one of these. Nothing is merged by itself."
          other="# events of yours may be the same as some of these. Nothing is merged by itself."
        />
      </p>
      <ul className={styles.bullets}>
        {taken.likely.slice(0, 5).map((title) => (
          <li key={title} dir="auto">
            {title}
          </li>
        ))}
      </ul>
      {isDone && <Button size="small" onPress={go}>{t`Decide about them`}</Button>}
    </section>
  );
}
