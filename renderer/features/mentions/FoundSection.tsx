import { Plural, useLingui } from '@lingui/react/macro';
import { Check, ChevronDown, ChevronRight, Ellipsis, Undo2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId, ArticleId } from '#core/ids.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { openArticle } from '#state/workspace.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Mentions.module.css';
import { useArticleText } from './use-article-text.ts';
import { useItemDeeds } from './use-card-deeds.ts';
import { useItemWords } from './use-item-words.ts';

type FoundSectionProps = {
  readonly title: string;
  readonly items: readonly ShownItem[];
  readonly startsOpen: boolean;
  readonly articleId: ArticleId;
  readonly byId: ReadonlyMap<ActorId, JoinedActor>;
  readonly onItem: (id: string, anchorRect: DOMRect) => void;
};

/** Things found of one sort, those of the same actor or the same words together. */
export function FoundSection({ title, items, startsOpen, ...rest }: FoundSectionProps) {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>
        <AriaButton className={styles.head ?? ''} aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <Icon size={14} aria-hidden="true" />
          {title}
          <span className={styles.count}>{items.length}</span>
        </AriaButton>
      </h3>
      {isOpen && (
        <ul>
          {gather(items, rest.byId).map((group) => (
            <FoundGroup key={group.key} group={group} {...rest} />
          ))}
        </ul>
      )}
    </section>
  );
}

type Group = { readonly key: string; readonly actor: JoinedActor | null; readonly items: ShownItem[] };

function gather(items: readonly ShownItem[], byId: ReadonlyMap<ActorId, JoinedActor>): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const actor = item.actorId === null ? null : (byId.get(item.actorId) ?? null);
    // Dates and figures stand alone: the same words may mean another day.
    const key = actor?.id ?? (item.kind === 'actor' ? item.exact : item.id);
    const group = groups.get(key) ?? { key, actor, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

type FoundGroupProps = Omit<FoundSectionProps, 'title' | 'items' | 'startsOpen'> & { readonly group: Group };

function FoundGroup({ group, articleId, onItem }: FoundGroupProps) {
  const { t } = useLingui();
  const words = useItemWords();
  const deeds = useItemDeeds(articleId, () => undefined);
  const [isOpen, setIsOpen] = useState(false);
  const { actor, items } = group;
  const [first] = items;
  if (first === undefined) return null;
  const open = items.filter(({ status }) => status === 'suggested');
  const isActor = first.kind === 'actor';
  const name = actor?.name ?? first.exact;
  const soft = actor !== null ? kindWord(actor.kind) : softWords(first, words);
  const spelling = actor !== null && first.exact !== actor.name ? t`“${first.exact}”` : '';
  return (
    <li className={styles.item}>
      <AriaButton className={styles.head ?? ''} aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        <span className={styles.name}>{name}</span>
        {items.length > 1 && (
          <span className={styles.count}>
            <Plural value={items.length} one="# passage" other="# passages" />
          </span>
        )}
      </AriaButton>
      <span className={styles.soft}>{[soft, spelling].filter(Boolean).join(' · ')}</span>
      {open.length > 0 && (
        <div className={styles.actions}>
          {(actor !== null || !isActor) && (
            <Button
              size="small"
              aria-label={t`Accept all of ${name}`}
              onPress={() => deeds.accept(open, actor)}
            >
              <Check size={14} aria-hidden="true" />
              <Plural value={open.length} one="Accept it" other="Accept all #" />
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            aria-label={t`Reject all of ${name}`}
            onPress={() => deeds.reject(open, actor)}
          >
            <X size={14} aria-hidden="true" />
            <Plural value={open.length} one="Reject it" other="Reject all" />
          </Button>
          {actor === null && isActor && <MoreButton item={first} onItem={onItem} />}
        </div>
      )}
      {isOpen && (
        <ul aria-label={t`Passages about ${name}`}>
          {items.map((item) => (
            <li key={item.id} className={styles.row}>
              <Passage articleId={articleId} item={item} />
              {item.decided !== null && (
                <IconButton
                  label={t`Take back`}
                  icon={Undo2}
                  size="small"
                  onPress={() => deeds.forget(item)}
                />
              )}
              <MoreButton item={item} onItem={onItem} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function softWords({ item, decided }: ShownItem, words: ReturnType<typeof useItemWords>): string {
  if (item?.kind === 'date') return [words.date(item.dating), words.basis(item.dating)].join(' · ');
  if (item?.kind === 'figure') return words.figure(item);
  if (item?.kind === 'actor') return item.reasons.map(words.reason).join(' · ');
  return decided?.dating === undefined ? '' : words.date(decided.dating);
}

/** Opens the card with all that can be said of an item. */
function MoreButton({ item, onItem }: { readonly item: ShownItem } & Pick<FoundSectionProps, 'onItem'>) {
  const { t } = useLingui();
  const place = useRef<HTMLSpanElement>(null);
  return (
    <span ref={place}>
      <IconButton
        label={t`Decide about “${item.exact}”…`}
        icon={Ellipsis}
        size="small"
        onPress={() => {
          const rect = place.current?.getBoundingClientRect();
          if (rect !== undefined) onItem(item.id, rect);
        }}
      />
    </span>
  );
}

/** Units of text shown on each side. */
const around = 48;

function Passage({ articleId, item }: { readonly articleId: ArticleId; readonly item: ShownItem }) {
  const { t } = useLingui();
  const text = useArticleText(articleId);
  const { span, exact } = item;
  const before = text === null ? '' : lineOf(text.slice(Math.max(0, span.start - around), span.start));
  const after = text === null ? '' : lineOf(text.slice(span.end, span.end + around));
  return (
    <AriaButton
      className={styles.passage ?? ''}
      aria-label={t`Open the passage: ${`${before}${exact}${after}`}`}
      onPress={() => openArticle(articleId, span)}
    >
      {before}
      <mark>{exact}</mark>
      {after}
    </AriaButton>
  );
}

function lineOf(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ');
}
