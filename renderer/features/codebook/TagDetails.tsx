import { useLingui } from '@lingui/react/macro';
import { Archive, ListFilter, Pencil, Scissors } from 'lucide-react';
import { groupsOf } from '#core/codebook/edit-tag-groups.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import type { CodebookDialog } from './CodebookDialogs.tsx';
import { thinGroup } from './group-deeds.ts';
import styles from './TagDetails.module.css';
import { TagMark } from './TagMark.tsx';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';
import { useTell } from './use-tag-actions.ts';

type TagDetailsProps = {
  readonly tag: Tag;
  readonly codebook: Codebook;
  readonly onDialog: (dialog: CodebookDialog) => void;
  /** Left out where the passages are shown beside it. */
  readonly onShowPassages?: (tag: Tag) => void;
};

/** What the chosen tag is for, when to give it, and where it is used. */
export function TagDetails({ tag, codebook, onDialog, onShowPassages }: TagDetailsProps) {
  const { t } = useLingui();
  const shade = codebook.shades.get(tag.id) ?? 0;
  return (
    <section className={styles.details} aria-label={t`About the tag`}>
      <h3 className={styles.path}>
        <TagMark tag={tag} shade={shade} />
        <bdi>{tagPathText(tag.id, codebook.byId)}</bdi>
      </h3>
      {tag.isArchived && (
        <p className={styles.archived}>
          <Archive size={13} aria-hidden="true" />
          {t`Archived: kept with all its highlights, no longer offered.`}
        </p>
      )}
      {tag.description !== '' && (
        <p className={styles.description} dir="auto">
          {tag.description}
        </p>
      )}
      <Guide tag={tag} />
      <Counts tag={tag} codebook={codebook} />
      <Groups tag={tag} codebook={codebook} onDialog={onDialog} />
      <div className={styles.actions}>
        <Button size="small" onPress={() => onDialog({ kind: 'edit', tag })}>
          <Pencil size={13} aria-hidden="true" />
          {t`Edit…`}
        </Button>
        <Button size="small" onPress={() => onDialog({ kind: 'split', tag })}>
          <Scissors size={13} aria-hidden="true" />
          {t`Split…`}
        </Button>
        {onShowPassages !== undefined && (
          <Button size="small" onPress={() => onShowPassages(tag)}>
            <ListFilter size={13} aria-hidden="true" />
            {t`Show its passages`}
          </Button>
        )}
      </div>
    </section>
  );
}

/** When to give the tag and when not to. */
function Guide({ tag }: { readonly tag: Tag }) {
  const { t } = useLingui();
  if (tag.guide === undefined) {
    return tag.description === '' ? (
      <p
        className={styles.soft}
      >{t`Nothing is said of it yet. Say what to include and what to leave out.`}</p>
    ) : null;
  }
  const { include, exclude, example } = tag.guide;
  const parts = [
    { label: t`Include`, words: include },
    { label: t`Leave out`, words: exclude },
    { label: t`Example`, words: example },
  ];
  return (
    <dl className={styles.guide}>
      {parts
        .filter(({ words }) => words !== '')
        .map(({ label, words }) => (
          <div key={label} className={styles.rule}>
            <dt>{label}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
    </dl>
  );
}

function Counts({ tag, codebook }: Pick<TagDetailsProps, 'tag' | 'codebook'>) {
  const { t } = useLingui();
  const words = useCodebookWords();
  if (codebook.counts === null) return <p className={styles.soft}>{t`Counting the highlights…`}</p>;
  const count = codebook.counts.get(tag.id);
  if (count === undefined) return null;
  return (
    <p className={styles.soft}>
      {words.use(count.own)}
      {count.whole.highlights > count.own.highlights && (
        <>
          <br />
          {t`with the tags below: ${words.use(count.whole)}`}
        </>
      )}
    </p>
  );
}

function Groups({ tag, codebook, onDialog }: Pick<TagDetailsProps, 'tag' | 'codebook' | 'onDialog'>) {
  const { t } = useLingui();
  const session = useSession();
  const tell = useTell();
  return (
    <ul className={styles.groups} aria-label={t`Groups of the tag`}>
      {groupsOf(tag.id, codebook.groups).map((group) => (
        <li key={group.id}>
          <Chip
            name={t`${tag.name} from ${group.name}`}
            onRemove={() => void thinGroup(session, group, [tag.id]).then(tell)}
          >
            {group.name}
          </Chip>
        </li>
      ))}
      <li>
        <Button size="small" variant="quiet" onPress={() => onDialog({ kind: 'groups', tags: [tag] })}>
          {t`Groups…`}
        </Button>
      </li>
    </ul>
  );
}
