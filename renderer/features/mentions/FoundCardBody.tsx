import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useState } from 'react';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { Button } from '#ui/Button.tsx';
import { DecisionButtons } from './DecisionButtons.tsx';
import { FoundFacts } from './FoundFacts.tsx';
import type { Said } from './finding-deeds.ts';
import { LinkActor } from './LinkActor.tsx';
import styles from './Mentions.module.css';
import { RunnersUp } from './RunnersUp.tsx';
import type { ItemDeeds } from './use-card-deeds.ts';
import { useActorsById } from './use-items.ts';

type FoundCardBodyProps = {
  readonly item: ShownItem;
  /** All that is found in the article. */
  readonly all: readonly ShownItem[];
  readonly deeds: ItemDeeds;
};

/** What is known of one thing found, and all that can be said of it. */
export function FoundCardBody({ item, all, deeds }: FoundCardBodyProps) {
  const { t } = useLingui();
  const byId = useActorsById();
  const [isLinking, setIsLinking] = useState(false);
  const { kind, exact, decided } = item;
  const actor = item.actorId === null ? null : (byId.get(item.actorId) ?? null);
  const said: Said = actor ?? null;
  // Somebody the registry does not have is accepted by being taken into it.
  const isNobody = kind === 'actor' && actor === null;
  const isHand = item.item === null && decided === null;
  const others = othersOf(item).flatMap((id) => byId.get(id) ?? []);
  const same = all.filter((one) => isSameSuggestion(one, item));

  const onKeyDown = (event: KeyboardEvent) => {
    if (isOtherwiseMeant(event)) return;
    const other = others[Number(event.key) - 1];
    if (event.key === 'a' && !isNobody && !isHand) deeds.accept([item], said);
    else if ((event.key === 'x' || event.key === 'Delete') && !isHand) deeds.reject([item], said);
    else if (event.key === 'X' && kind === 'actor' && !isHand) deeds.rejectEverywhere([item], said);
    else if (other !== undefined) deeds.accept([item], other);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the letters are short cuts for the buttons inside.
    <div className={styles.stack} onKeyDown={onKeyDown}>
      <FoundFacts item={item} actor={actor} isHand={isHand} />
      {!isHand && <DecisionButtons item={item} said={said} deeds={deeds} />}
      {same.length > 1 && !isNobody && (
        <div className={styles.actions}>
          <Button size="small" variant="quiet" onPress={() => deeds.accept(same, said)}>
            {t`Accept all ${same.length} in this article`}
          </Button>
          <Button size="small" variant="quiet" onPress={() => deeds.reject(same, said)}>
            {t`Reject all`}
          </Button>
        </div>
      )}
      <RunnersUp others={others} onChoose={(other) => deeds.accept([item], other)} />
      {kind === 'actor' && (isNobody || isHand || isLinking) && (
        <LinkActor
          exact={exact}
          isPerson={item.item !== null && isNobody}
          onLink={(other, teaches) => (teaches ? deeds.teach([item], other) : deeds.accept([item], other))}
          onMake={(form) => deeds.create([item], form)}
        />
      )}
      {kind === 'actor' && !isNobody && !isHand && !isLinking && (
        <div className={styles.actions}>
          <Button size="small" onPress={() => setIsLinking(true)}>
            {t`Another actor for “${exact}”…`}
          </Button>
        </div>
      )}
    </div>
  );
}

/** With another key held, or typed into a box. */
function isOtherwiseMeant({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || target instanceof HTMLInputElement;
}

function othersOf({ item, actorId }: ShownItem) {
  return item?.kind === 'actor' ? item.actorIds.filter((id) => id !== actorId) : [];
}

/** Undecided, and taken for the same actor; or nobody by the same name; or the same date in the same words. */
function isSameSuggestion(one: ShownItem, item: ShownItem): boolean {
  if (one.status !== 'suggested' || item.status !== 'suggested' || one.kind !== item.kind) return false;
  if (one.actorId !== null || item.actorId !== null) return one.actorId === item.actorId;
  return one.exact === item.exact;
}
