import { useLingui } from '@lingui/react/macro';
import type { EventOrigin } from '#core/events/event.ts';
import styles from './Events.module.css';
import { useEventWords } from './use-event-words.ts';

/** Where an event was read from, with the columns of its row as they are printed. */
export function EventOriginNote({ origin }: { readonly origin: EventOrigin }) {
  const { t, i18n } = useLingui();
  const words = useEventWords();
  const { collection, id, fileName, readAt, columns } = origin;
  const when = i18n.date(new Date(readAt), { dateStyle: 'medium' });
  const rows = Object.entries(columns);
  return (
    <section aria-label={t`Where it comes from`}>
      <p className={styles.soft}>
        {t`From ${words.collection(collection)}, ${id}: read from “${fileName}” on ${when}.`}
        {collection === 'acled' && ` ${t`ACLED’s terms let nobody pass it on.`}`}
      </p>
      {rows.length > 0 && (
        <details className={styles.soft}>
          <summary>{t`Its row, as printed`}</summary>
          <dl className={styles.columns}>
            {rows.map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
