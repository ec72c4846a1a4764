import { useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ColumnMapping, TableHead } from '#core/import/tables/column-mapping.ts';
import { previewRows, type RowPreview } from '#core/import/tables/preview-rows.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Columns.module.css';
import { useColumnWords } from './use-column-words.ts';

type RowPreviewsProps = { readonly table: TableHead; readonly mapping: ColumnMapping };

/** The first rows as the articles they would become, one at a time. */
export function RowPreviews({ table, mapping }: RowPreviewsProps) {
  const { t } = useLingui();
  const [at, setAt] = useState(0);
  const previews = previewRows(table, mapping);
  const shown = Math.min(at, previews.length - 1);
  const preview = previews[shown];
  return (
    <section className={styles.half} aria-label={t`What its rows become`}>
      <div className={styles.turn}>
        <span className={styles.soft} role="status">
          {previews.length === 0
            ? t`There are no rows.`
            : t`Article ${shown + 1} of the first ${previews.length}`}
        </span>
        <span className={styles.grow} />
        <IconButton
          label={t`Article before`}
          icon={ChevronLeft}
          size="small"
          isDisabled={shown <= 0}
          onPress={() => setAt(shown - 1)}
        />
        <IconButton
          label={t`Next article`}
          icon={ChevronRight}
          size="small"
          isDisabled={shown >= previews.length - 1}
          onPress={() => setAt(shown + 1)}
        />
      </div>
      {preview !== undefined && <Preview preview={preview} hasText={mapping.text.length > 0} />}
    </section>
  );
}

function Preview({ preview, hasText }: { readonly preview: RowPreview; readonly hasText: boolean }) {
  const { t } = useLingui();
  const words = useColumnWords();
  const { said, text } = preview;
  const { title, ...others } = said;
  return (
    <article className={styles.preview}>
      <h3 className={title === undefined ? styles.untold : styles.title} dir="auto">
        {title ?? t`No title is told: the headline or the first sentence of the text is taken.`}
      </h3>
      <dl className={styles.facts}>
        <PreviewDate date={preview.date} />
        {(['byline', 'publisher', 'carrier', 'address'] as const).map((role) =>
          others[role] === undefined ? null : (
            <div key={role} className={styles.fact}>
              <dt>{words(role)}</dt>
              <dd dir="auto">{others[role]}</dd>
            </div>
          ),
        )}
      </dl>
      {text === '' ? (
        <p className={styles.warn}>
          {hasText
            ? t`This row has no text: it will be refused, and the report says so.`
            : t`Say which column is the text.`}
        </p>
      ) : (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
    </article>
  );
}

function PreviewDate({ date }: Pick<RowPreview, 'date'>) {
  const { t } = useLingui();
  const words = useColumnWords();
  if (date === null) return null;
  return (
    <div className={styles.fact}>
      <dt>{words('date')}</dt>
      {'unread' in date ? (
        <dd className={styles.warn}>{t`not read: ${date.unread}`}</dd>
      ) : (
        <dd>
          {date.iso.replace('T', ' ')}
          {date.printed !== date.iso && <span className={styles.soft}> ({date.printed})</span>}
        </dd>
      )}
    </div>
  );
}
