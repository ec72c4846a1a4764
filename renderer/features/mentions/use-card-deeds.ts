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
  type ArticleItem,
  acceptItems,
  createFrom,
  type DecidedCount,
  forgetFinding,
  rejectEverywhere,
  rejectItems,
  type Said,
  type TeachingOutcome,
  teachName,
} from './finding-deeds.ts';

type Named = Pick<JoinedActor, 'id' | 'name'>;

/** What can be said of things found; each can be undone, several at a time together. */
export type Deeds<Item> = {
  accept(items: readonly Item[], actor: Said): void;
  reject(items: readonly Item[], actor: Said): void;
  rejectEverywhere(items: readonly Item[], actor: Said): void;
  forget(item: Item): void;
  /** The items, all of the same words, are this actor, who goes by the words from now on. */
  teach(items: readonly Item[], actor: Named): void;
  /** The items are an actor that nobody knows yet. */
  create(items: readonly Item[], form: ActorForm): void;
};

/** The deeds for the items of one article. */
export type ItemDeeds = Deeds<ShownItem>;

/** The deeds for the items of one article; `onDone` is told before each is made. */
export function useItemDeeds(articleId: ArticleId, onDone: () => void): ItemDeeds {
  const deeds = useFindingDeeds(onDone);
  const here = (item: ShownItem): ArticleItem => ({ articleId, item });
  return {
    accept: (items, actor) => deeds.accept(items.map(here), actor),
    reject: (items, actor) => deeds.reject(items.map(here), actor),
    rejectEverywhere: (items, actor) => deeds.rejectEverywhere(items.map(here), actor),
    forget: (item) => deeds.forget(here(item)),
    teach: (items, actor) => deeds.teach(items.map(here), actor),
    create: (items, form) => deeds.create(items.map(here), form),
  };
}

/** The deeds for items of any articles; `onStart` is told before each is made, and `onEnd` once it is or can't be. */
export function useFindingDeeds(onStart: () => void, onEnd = () => {}): Deeds<ArticleItem> {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const tellNothing = () =>
    notify({
      kind: 'warn',
      text: t`Nothing was changed: it is decided already, or the articles are gone or have other words there by now.`,
    });
  const run = async (deed: Promise<DecidedCount>, wordOf: (count: number) => string) => {
    onStart();
    const count = await deed.finally(onEnd);
    // With nothing written, an undo would take back whatever was done before.
    if (count === 0) tellNothing();
    else if (count !== null) await offerUndo(wordOf(count));
  };
  const quoteOf = (items: readonly ArticleItem[]) => items[0]?.item.exact ?? '';
  const nameOf = (items: readonly ArticleItem[], actor: Said) => actor?.name ?? quoteOf(items);
  const settle = async (deed: Promise<TeachingOutcome>, text: string) => {
    onStart();
    const outcome = await deed.finally(onEnd);
    if (outcome.kind === 'done') await offerUndo(text);
    if (outcome.kind === 'nothing') tellNothing();
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
      const quote = quoteOf(items);
      const textOf = (count: number) =>
        items.length > 1
          ? t`Accepted ${name}: ${plural(count, { one: '# passage', other: '# passages' })}.`
          : actor === null
            ? t`Accepted “${quote}”.`
            : t`“${quote}” is ${name}.`;
      void run(acceptItems(session, items, actor), textOf);
    },
    reject: (items, actor) => {
      const name = nameOf(items, actor);
      const quote = quoteOf(items);
      const textOf = (count: number) =>
        items.length > 1
          ? t`Rejected ${name}: ${plural(count, { one: '# passage', other: '# passages' })}.`
          : actor === null
            ? t`Rejected “${quote}”.`
            : t`“${quote}” is not ${name} here.`;
      void run(rejectItems(session, items, actor), textOf);
    },
    rejectEverywhere: (items, actor) => {
      const words = [...new Set(items.map(({ item }) => item.exact))];
      const quote = words.slice(0, 3).join('”, “') + (words.length > 3 ? '…' : '');
      void run(rejectEverywhere(session, items, actor), () =>
        actor === null
          ? t`“${quote}” is nobody, in all articles.`
          : t`“${quote}” is not ${actor.name}, in all articles.`,
      );
    },
    forget: ({ item }) => {
      if (item.decided !== null)
        void run(
          forgetFinding(session, item.decided),
          () => t`Nothing is decided about “${item.exact}” now.`,
        );
    },
    teach: (items, actor) =>
      void settle(
        teachName(session, items, actor),
        t`“${quoteOf(items)}” is ${actor.name}, and the registry knows the name.`,
      ),
    create: (items, form) =>
      void settle(
        createFrom(session, items, form),
        t`${form.name} is in the registry, and “${quoteOf(items)}” is accepted.`,
      ),
  };
}
