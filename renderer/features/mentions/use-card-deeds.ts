import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ActorForm } from '#core/actors/edit-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ArticleId } from '#core/ids.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import {
  acceptItems,
  createFrom,
  forgetFinding,
  rejectEverywhere,
  rejectItems,
  type Said,
  type TeachingOutcome,
  teachName,
} from './finding-deeds.ts';

type Named = Pick<JoinedActor, 'id' | 'name'>;

/** What can be said of things found in an article; each can be undone. `onDone` is told before each is made. */
export type ItemDeeds = {
  accept(items: readonly ShownItem[], actor: Said): void;
  reject(items: readonly ShownItem[], actor: Said): void;
  rejectEverywhere(item: ShownItem, actor: Said): void;
  forget(item: ShownItem): void;
  /** The item is this actor, who goes by its words from now on. */
  teach(item: ShownItem, actor: Named): void;
  /** The item is an actor that nobody knows yet. */
  create(item: ShownItem, form: ActorForm): void;
};

/** The deeds for the items of one article. */
export function useItemDeeds(articleId: ArticleId, onDone: () => void): ItemDeeds {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const run = async (deed: Promise<boolean>, text: string) => {
    onDone();
    if (await deed) await offerUndo(text);
  };
  const nameOf = (items: readonly ShownItem[], actor: Said) => actor?.name ?? items[0]?.exact ?? '';
  const settle = async (deed: Promise<TeachingOutcome>, text: string) => {
    onDone();
    const outcome = await deed;
    if (outcome.kind === 'done') await offerUndo(text);
    if (outcome.kind !== 'refused') return;
    const { refusal } = outcome;
    notify({
      kind: 'danger',
      text:
        refusal.reason === 'taken'
          ? t`Nothing was changed: the registry has an actor called ${refusal.by} already. Link the words to it instead.`
          : t`Nothing was changed: the registry can’t take this name. Choose a shorter one with letters in it, or look at the actor in the registry.`,
    });
  };
  return {
    accept: (items, actor) => {
      const name = nameOf(items, actor);
      const quote = items[0]?.exact ?? '';
      const text =
        items.length > 1
          ? t`Accepted ${name}: ${plural(items.length, { one: '# passage', other: '# passages' })}.`
          : actor === null
            ? t`Accepted “${quote}”.`
            : t`“${quote}” is ${name}.`;
      void run(acceptItems(session, articleId, items, actor), text);
    },
    reject: (items, actor) => {
      const name = nameOf(items, actor);
      const quote = items[0]?.exact ?? '';
      const text =
        items.length > 1
          ? t`Rejected ${name}: ${plural(items.length, { one: '# passage', other: '# passages' })}.`
          : actor === null
            ? t`Rejected “${quote}”.`
            : t`“${quote}” is not ${name} here.`;
      void run(rejectItems(session, articleId, items, actor), text);
    },
    rejectEverywhere: (item, actor) =>
      void run(
        rejectEverywhere(session, articleId, item, actor),
        actor === null
          ? t`“${item.exact}” is nobody, in all articles.`
          : t`“${item.exact}” is not ${actor.name}, in all articles.`,
      ),
    forget: (item) => {
      if (item.decided !== null)
        void run(forgetFinding(session, item.decided), t`Nothing is decided about “${item.exact}” now.`);
    },
    teach: (item, actor) =>
      void settle(
        teachName(session, articleId, item, actor),
        t`“${item.exact}” is ${actor.name}, and the registry knows the name.`,
      ),
    create: (item, form) =>
      void settle(
        createFrom(session, articleId, item, form),
        t`${form.name} is in the registry, and “${item.exact}” is accepted.`,
      ),
  };
}
