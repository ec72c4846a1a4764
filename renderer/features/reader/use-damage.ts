import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Article, Damage } from '#core/article.ts';
import { isSameDamage, nextDamage } from '#core/reader/edit-damage.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { commitDismissal } from './damage-deeds.ts';

/** What the reader shows of places that look damaged. */
export type DamageReading = {
  /** Those that are not dismissed. */
  readonly open: readonly Damage[];
  /** The one that is explained at its place. */
  readonly shown: Damage | null;
  show(damage: Damage | null): void;
  /** Show the one at a place, if any. Answers whether there is one. */
  showAt(offset: number): boolean;
  /** Show the next one after a place. */
  next(offset: number): Damage | null;
  dismiss(damage: Damage, isDismissed?: boolean): Promise<void>;
};

const none: readonly Damage[] = [];

/** Follow the places of an article that look damaged. */
export function useDamage({
  article,
  text,
}: {
  readonly article: Article;
  readonly text: string;
}): DamageReading {
  const { t } = useLingui();
  const session = useSession();
  const [asked, setAsked] = useState<Damage | null>(null);
  const damage = article.damage ?? none;
  const open = useMemo(() => damage.filter((one) => one.dismissed !== true), [damage]);
  // One that was dismissed meanwhile, also elsewhere, is not explained any more.
  const shown = asked === null ? null : (open.find((one) => isSameDamage(one, asked)) ?? null);
  return {
    open,
    shown,
    show: setAsked,
    showAt(offset) {
      const here = open.find(({ start, end }) => start <= offset && offset < end) ?? null;
      setAsked(here);
      return here !== null;
    },
    next(offset) {
      const found = nextDamage(damage, offset);
      setAsked(found);
      return found;
    },
    async dismiss(one, isDismissed = true) {
      if (!(await commitDismissal(session, article, { text, damage: one, isDismissed }))) return;
      announce(
        isDismissed ? t`No damage here. Undo brings the mark back.` : t`Marked as suspected damage again.`,
      );
    },
  };
}
