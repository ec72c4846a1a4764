import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { Columns2, Flag, Layers } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Article, Field, ReadingStatus } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { setFlag, setStatus } from '#core/library/edit-articles.ts';
import { shownStatus } from '#core/library/shown-status.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { lastReadTimes } from '#storage/readings.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Revealed } from '#ui/Revealed.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './ArticleHeader.module.css';
import { chooseBeside } from './compare-desk.ts';

type ArticleHeaderProps = {
  readonly article: Article;
  readonly wordCount: number;
  /** Others like it are asked for; left out: they can't be. */
  readonly onSimilar?: ((articleId: ArticleId) => void) | undefined;
};

/** What is known of an article, each value with the ground it stands on, and how far its reading has come. */
export function ArticleHeader({ article, wordCount, onSimilar }: ArticleHeaderProps) {
  const { t, i18n } = useLingui();
  const words = useFieldWords();
  const { publishedAt, byline, language } = article;
  const count = i18n.number(wordCount);
  const suggested = article.inferredDate && words.range(article.inferredDate.value);
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h2 className={styles.title} dir="auto">
          <Revealed line={article.title.value} />
        </h2>
        <Marks article={article} onSimilar={onSimilar} />
      </div>
      <p className={styles.facts}>
        {article.title.basis !== 'stated' && (
          <span className={styles.derived}>
            {article.title.basis === 'derived' ? t`title inferred by the program` : t`title entered by you`}
          </span>
        )}
        <span className={styles.fact} dir="auto">
          {/* It says itself what the program suggests. */}
          <Revealed line={words.source(article)} />
          <Ground
            fields={[article.publisher, article.carrier].filter((field) => field?.basis !== 'derived')}
          />
        </span>
        {publishedAt === null ? (
          <span className={styles.fact}>
            {suggested === undefined ? t`no date stated` : t`no date stated (suggested: ${suggested})`}
          </span>
        ) : (
          <span className={styles.fact} title={t`Printed: “${publishedAt.value.printed}”`}>
            <time dateTime={publishedAt.value.iso}>{words.date(publishedAt.value)}</time>
            <Ground fields={[publishedAt]} />
          </span>
        )}
        {byline !== null && byline.value !== article.publisher?.value && (
          <span className={styles.fact} dir="auto">
            <Revealed line={byline.value} />
            <Ground fields={[byline]} />
          </span>
        )}
        <span className={styles.fact}>{words.language(language.value)}</span>
        <span className={styles.fact}>
          <Trans>{count} words</Trans>
        </span>
      </p>
    </header>
  );
}

/** Says when a value does not stand in the text as it is. */
function Ground({ fields }: { readonly fields: readonly (Field<unknown> | null)[] }) {
  const words = useFieldWords();
  const grounds = new Set(fields.flatMap((field) => (field === null ? [] : words.basis(field))));
  grounds.delete('');
  if (grounds.size === 0) return null;
  return <span className={styles.ground}> ({[...grounds].join(', ')})</span>;
}

/** Unread, reading, read; and the flag. */
function Marks({ article, onSimilar }: Pick<ArticleHeaderProps, 'article' | 'onSimilar'>) {
  const { t } = useLingui();
  const session = useSession();
  const names: Record<ReadingStatus, string> = {
    unread: t`Unread`,
    reading: t`Reading`,
    read: t({ message: 'Read', context: 'an article that was read' }),
  };

  const lastRead = useLiveQuery(
    () => lastReadTimes(session.db, session.analystId, [article.id]),
    [session, article.id],
  );
  const shown = shownStatus(article, lastRead?.get(article.id));
  const title = article.title.value.slice(0, 80).toWellFormed();
  const mark = async (status: ReadingStatus) => {
    const name = names[status];
    const at = new Date().toISOString();
    const done = await session.commit(
      { action: 'article.status', detail: { status, count: 1, title } },
      async () => {
        const current = await findArticle(session.db, article.id);
        if (current === null) return [];
        const read = await lastReadTimes(session.db, session.analystId, [article.id]);
        return setStatus([current], { status, at, lastRead: read });
      },
    );
    if (done.ok) announce(t`Marked as ${name}`);
  };
  const flag = async () => {
    const flagged = !article.flagged;
    const detail = { flagged: flagged ? 1 : 0, count: 1, title };
    const done = await session.commit({ action: 'article.flag', detail }, async () => {
      const current = await findArticle(session.db, article.id);
      return current === null ? [] : setFlag([current], flagged);
    });
    if (done.ok) announce(flagged ? t`Flagged` : t`Flag taken off`);
  };

  return (
    <div className={styles.marks}>
      <ToggleButtonGroup
        className={styles.status ?? ''}
        aria-label={t`Reading status`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={([status]) => {
          if (status === 'unread' || status === 'reading' || status === 'read') void mark(status);
        }}
      >
        {(['unread', 'reading', 'read'] as const).map((status) => (
          <ToggleButton key={status} id={status} className={styles.step ?? ''}>
            {names[status]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {onSimilar !== undefined && (
        <IconButton label={t`Articles like this one`} icon={Layers} onPress={() => onSimilar(article.id)} />
      )}
      <IconButton label={t`Compare with another article`} icon={Columns2} onPress={chooseBeside} />
      <IconButton
        label={article.flagged ? t`Take the flag off` : t`Flag this article`}
        icon={Flag}
        isOn={article.flagged}
        onPress={() => void flag()}
      />
    </div>
  );
}
