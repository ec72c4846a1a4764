import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Tag } from '#core/codebook/tag.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import styles from './TagDetails.module.css';

type SelectionDetailsProps = {
  readonly tags: readonly Tag[];
  readonly actions: readonly MenuAction[];
};

/** For those that change places the keys and the mouse are at hand. */
const shown = ['move', 'merge', 'color', 'groups', 'archive', 'delete'];

/** Several tags that are picked together, and what can be done with all of them in one step. */
export function SelectionDetails({ tags, actions }: SelectionDetailsProps) {
  const { t } = useLingui();
  return (
    <section className={styles.details} aria-label={t`About the chosen tags`}>
      <h3 className={styles.path}>{plural(tags.length, { one: '# tag chosen', other: '# tags chosen' })}</h3>
      <ul className={styles.chosen} aria-label={t`Chosen tags`}>
        {tags.slice(0, 60).map((tag) => (
          <li key={tag.id}>
            <Chip color={tag.color}>{tag.name}</Chip>
          </li>
        ))}
        {tags.length > 60 && <li>{t`and ${tags.length - 60} more`}</li>}
      </ul>
      <div className={styles.actions}>
        {actions
          .filter(({ id }) => shown.includes(id))
          .map(({ id, label, onAction, isDisabled, isDanger }) => (
            <Button
              key={id}
              size="small"
              variant={isDanger ? 'danger' : 'plain'}
              isDisabled={isDisabled ?? false}
              onPress={onAction}
            >
              {label}
            </Button>
          ))}
      </div>
    </section>
  );
}
