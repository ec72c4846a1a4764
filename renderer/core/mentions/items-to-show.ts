import type { ActorId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { FoundItem } from './found-item.ts';

/** An actor, a date or a figure as screens show it: what was decided, or else what is suggested. */
export type ShownItem = {
  /** A finding's own id, or `f:<start>-<end>` for a suggestion, which has none. */
  readonly id: string;
  readonly span: TextSpan;
  readonly exact: string;
  readonly kind: FindingKind;
  /** `rejected` by a decision here, or by one for everywhere, which `decided` is. */
  readonly status: 'suggested' | 'accepted' | 'rejected';
  /** Who was decided on, or the first candidate; `null`: nobody the registry has. */
  readonly actorId: ActorId | null;
  /** `null` for what was found by hand where nothing was suggested. */
  readonly item: FoundItem | null;
  /** `null` while nothing is decided. */
  readonly decided: Finding | null;
};

/** What is decided: in the article, and for all articles. */
export type Decisions = {
  readonly here: readonly Finding[];
  readonly everywhere: readonly Finding[];
};

/**
 * Lay what was decided over what is suggested, in the order of the text. A candidate that was rejected everywhere gives
 * way to the next one; without another the suggestion is rejected.
 */
export function itemsToShow(found: readonly FoundItem[], { here, everywhere }: Decisions): ShownItem[] {
  const rules = indexRules(everywhere);
  const own = here.filter(({ reach }) => reach === 'here');
  const open = found.filter((item) => !own.some(({ anchor }) => overlaps(anchor, item)));
  const shown = [
    ...own.map((finding) => fromDecided(finding, found)),
    ...open.map((item) => fromFound(item, rules)),
  ];
  return shown.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The id a suggestion is shown under. */
export function foundId({ start, end }: TextSpan): string {
  return `f:${start}-${end}`;
}

/** What a decision for everywhere goes by. */
export function ruleKey(exact: string, actorId: ActorId | null): string {
  return `${fold(exact).replace(/\s+/gu, ' ')}\n${actorId ?? ''}`;
}

/** What is decided for everywhere, to be looked up by `ruleKey`. */
export type Rules = ReadonlyMap<string, Finding>;

/** The decisions for everywhere among findings. */
export function indexRules(everywhere: readonly Finding[]): Rules {
  return new Map(
    everywhere
      .filter(({ reach }) => reach === 'everywhere')
      .map((finding) => [ruleKey(finding.anchor.exact, finding.actorId), finding]),
  );
}

function fromDecided(finding: Finding, found: readonly FoundItem[]): ShownItem {
  const { id, anchor, kind, status, actorId } = finding;
  return {
    id,
    span: { start: anchor.start, end: anchor.end },
    exact: anchor.exact,
    kind,
    status,
    actorId,
    item: found.find((item) => overlaps(anchor, item)) ?? null,
    decided: finding,
  };
}

/**
 * Who may be meant by words that name an actor, but for those that are rejected for everywhere; the rejection itself when
 * that leaves nobody.
 */
export function candidatesLeft(
  exact: string,
  actorIds: readonly ActorId[],
  rules: Rules,
): readonly ActorId[] | Finding {
  if (rules.size === 0) return actorIds;
  if (actorIds.length === 0) return rules.get(ruleKey(exact, null)) ?? actorIds;
  const [first] = actorIds;
  const left = actorIds.filter((id) => !rules.has(ruleKey(exact, id)));
  const rule = first === undefined ? undefined : rules.get(ruleKey(exact, first));
  return left.length === 0 && rule !== undefined ? rule : left;
}

/** Why words are taken for the first of those left: what spoke for one that is rejected does not speak for the next. */
export function reasonsLeft(
  { actorIds, reasons }: { readonly actorIds: readonly ActorId[]; readonly reasons: readonly string[] },
  left: readonly ActorId[],
): readonly string[] {
  return left[0] === actorIds[0] ? reasons : ['ambiguous'];
}

function fromFound(item: FoundItem, rules: Rules): ShownItem {
  const { start, end, exact, kind } = item;
  const shown = { id: foundId(item), span: { start, end }, exact, kind };
  if (item.kind !== 'actor' || rules.size === 0)
    return { ...shown, status: 'suggested', actorId: firstOf(item), item, decided: null };
  const left = candidatesLeft(exact, item.actorIds, rules);
  if (!('length' in left))
    return { ...shown, status: 'rejected', actorId: item.actorIds[0] ?? null, item, decided: left };
  const kept: FoundItem = { ...item, actorIds: left, reasons: reasonsLeft(item, left) };
  return { ...shown, status: 'suggested', actorId: left[0] ?? null, item: kept, decided: null };
}

function firstOf(item: FoundItem): ActorId | null {
  return item.kind === 'actor' ? (item.actorIds[0] ?? null) : null;
}
