import type { Anchor } from '#core/annotations/highlight.ts';
import type { Take } from '#core/exchange/take.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import { type Change, creation, replacement, type Tables } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ArticleId, PlaceId, TagId } from '#core/ids.ts';
import { followPlaces } from './follow-places.ts';
import { isMadeUpId, type Making, makeRecord } from './make-records.ts';
import { type MapFeature, type MapRecord, type MapTable, mapTables, type RowProblem } from './map-feature.ts';
import { mergeForeign } from './merge-foreign.ts';
import { mostParts, partPoints } from './part-feature.ts';
import { readCarried } from './read-carried.ts';
import { takeOutsideEdits } from './take-outside-edits.ts';
import { isOfGazetteer } from './to-map-features.ts';

/** What is here already, as far as map files can touch it. */
export type MapOurs = { readonly [Table in MapTable]: readonly Tables[Table][] } & {
  readonly articles: readonly { readonly id: ArticleId; readonly textSha256: string }[];
  readonly tagIds: ReadonlySet<TagId>;
  /** The accepted ones: they follow their places. */
  readonly mentions: readonly Mention[];
};

export type MapImport = {
  readonly features: readonly MapFeature[];
  readonly ours: MapOurs;
  /** Whose version stands where a record is known and differs. */
  readonly take: Take;
  /** Places of ours that take what another program's file says of them; left out: none. */
  readonly takenPlaces?: ReadonlySet<PlaceId>;
  readonly making: Making;
};

/** What bringing a map file in will do. */
export type MapPlan = {
  readonly changes: readonly Change[];
  readonly added: Readonly<Partial<Record<MapTable, number>>>;
  readonly changed: Readonly<Partial<Record<MapTable, number>>>;
  /** Records that are here already, word for word. */
  readonly same: number;
  /** Names of what is here otherwise, whichever version stands. */
  readonly differing: readonly string[];
  /** Places that another program's file has otherwise, whether they are taken or not. */
  readonly otherPlaces: readonly OtherPlace[];
  readonly problems: readonly RowProblem[];
};

/** A place as it is here, and as it would be with what a file says of it. */
export type OtherPlace = { readonly ours: Place; readonly theirs: Place };

/**
 * Plan to bring the features of a map file in. What we wrote ourselves comes back as the records it was; what is known
 * is matched, never doubled; nothing of ours is taken away.
 */
export function planMapImport({ features, making, ...what }: MapImport): MapPlan {
  const { ours } = what;
  const ledger = createMapLedger(what);
  const homes = createHomes(ours);
  const problems: RowProblem[] = [];
  for (const feature of listFeatures(features, making, problems)) {
    const tell: Tell = (code, value = '') =>
      problems.push({ row: feature.row, name: feature.name, code, value });
    if (isOfGazetteer(feature)) {
      ledger.pass();
      continue;
    }
    const read = readFeature(feature, making, tell);
    const one = read === null ? null : homes.settle(read.one, tell);
    const refusal = read === null || one === null ? null : ledger.put(one, read.isForeign ? feature : null);
    if (refusal !== null) tell(refusal);
  }
  return { ...ledger.close(), problems };
}

type Tell = (code: string, value?: string) => void;

/** The features that may become a record each. A place has one point: those of another program are parted, and told. */
function listFeatures(
  features: readonly MapFeature[],
  { pointsAs }: Making,
  problems: RowProblem[],
): readonly MapFeature[] {
  const own = features.filter(({ partOf }) => partOf === null);
  if (pointsAs === 'events') return own;
  return own.flatMap((feature) => {
    const { row, name, carried } = feature;
    const parts = carried === null ? partPoints(feature) : [feature];
    if (parts.length < 2) return parts;
    const isTaken = parts.length <= mostParts;
    problems.push({ row, name, code: isTaken ? 'parted' : 'too-many-parts', value: parts.length.toString() });
    return isTaken ? parts : [];
  });
}

/** Collects changes against ours: a record that is there is replaced or left, whichever `take` says. */
function createMapLedger({ ours, take, takenPlaces = new Set() }: Omit<MapImport, 'features' | 'making'>) {
  const findTwin = createTwins(ours);
  const met = new Set<string>();
  const changes: Change[] = [];
  const added: Partial<Record<MapTable, number>> = {};
  const changed: Partial<Record<MapTable, number>> = {};
  const differing: string[] = [];
  const otherPlaces: OtherPlace[] = [];
  let same = 0;

  function replace(existing: Tables[MapTable], one: MapRecord, after: Tables[MapTable]): void {
    differing.push(nameOf(one));
    if (take === 'file') write(existing, one.table, after);
  }

  function write(existing: Tables[MapTable], table: MapTable, after: Tables[MapTable]): void {
    changes.push(replacement(table, existing as never, after as never));
    changed[table] = (changed[table] ?? 0) + 1;
  }

  function meet(existing: Tables[MapTable], one: MapRecord, foreign: MapFeature | null): string | null {
    if (foreign === null) {
      if (sameRecord(existing, one.record)) same += 1;
      else replace(existing, one, { ...one.record, id: existing.id } as Tables[MapTable]);
      return null;
    }
    const merging = mergeForeign(existing, one, foreign);
    if (merging.outcome === 'kept') return merging.code;
    if (merging.outcome === 'open') {
      otherPlaces.push({ ours: merging.ours, theirs: merging.after });
      if (!takenPlaces.has(merging.ours.id)) return 'place-otherwise';
      write(existing, one.table, merging.after);
      return null;
    }
    if (merging.outcome === 'same') same += 1;
    else replace(existing, one, merging.after);
    return null;
  }

  return {
    /** Count what is known without being a record. */
    pass(): void {
      same += 1;
    },
    /** Note a record, with its feature if that is another program's; answers the code of why it isn't taken, or `null`. */
    put(one: MapRecord, foreign: MapFeature | null): string | null {
      const { table, record } = one;
      if (met.has(record.id)) return 'twice';
      met.add(record.id);
      const existing = findTwin(one);
      if (existing === undefined) {
        changes.push(creation(table, record as Tables[typeof table]));
        added[table] = (added[table] ?? 0) + 1;
        return null;
      }
      if (existing.table !== table) return 'other-kind';
      // Two records of the file may be one of ours, by its id and by where it came from.
      if (existing.record.id !== record.id && met.has(existing.record.id)) return 'twice';
      met.add(existing.record.id);
      return meet(existing.record, one, foreign);
    },
    close() {
      const all = followPlaces(changes, ours);
      return {
        changes: all,
        added,
        changed: countFollowers(changed, changes, all),
        same,
        differing,
        otherPlaces,
      };
    },
  };
}

/** Finds what a record of a file is here, by its id or by where it came from. */
function createTwins(ours: MapOurs) {
  const known = new Map<string, { table: MapTable; record: Tables[MapTable] }>(
    mapTables.flatMap((table) =>
      ours[table].map((record) => [record.id as string, { table, record }] as const),
    ),
  );
  const origins = new Map(
    ours.events.flatMap((event) => (hasOwnId(event) ? [[originKey(event), event] as const] : [])),
  );
  return ({ table, record }: MapRecord) => {
    const twin = table === 'events' && hasOwnId(record) ? origins.get(originKey(record)) : undefined;
    return known.get(record.id) ?? (twin === undefined ? undefined : { table, record: twin });
  };
}

/** How many records of each table change, with the events that only followed a place. */
function countFollowers(
  changed: MapPlan['changed'],
  planned: readonly Change[],
  all: readonly Change[],
): MapPlan['changed'] {
  const ids = new Set<string>(planned.map(({ id }) => id));
  const followers = all.filter(({ table, id }) => table === 'events' && !ids.has(id)).length;
  return followers === 0 ? changed : { ...changed, events: (changed.events ?? 0) + followers };
}

function readFeature(
  feature: MapFeature,
  making: Making,
  tell: Tell,
): { readonly one: MapRecord; readonly isForeign: boolean } | null {
  if (feature.carried !== null) {
    const carried = readCarried(feature.carried);
    if (carried !== null) {
      const { one, remark } = takeOutsideEdits(feature, carried);
      if (remark !== null) tell(remark);
      return { one, isForeign: false };
    }
    tell('record-unreadable');
  }
  const made = makeRecord(feature, making);
  if (!made.ok) {
    tell(made.code, made.value);
    return null;
  }
  for (const remark of made.remarks) tell(remark, `${feature.from} ${feature.until}`.trim());
  return { one: made.made, isForeign: true };
}

function originKey({ origin }: Tables['events']): string {
  return `${origin?.collection} ${origin?.fileName} ${origin?.id}`;
}

/** Whether an event came with an id of its own: the row it stood in says nothing once others are put before it. */
function hasOwnId({ origin }: Tables['events']): boolean {
  return origin !== undefined && !isMadeUpId(origin.id);
}

function nameOf({ table, record }: MapRecord): string {
  if (table === 'events') return record.title;
  return table === 'highlights' ? record.anchor.exact.slice(0, 80).toWellFormed() : record.name;
}

/** Where the passages of records from elsewhere belong: an article of ours by its id, else by its text. */
function createHomes({ articles, tagIds }: MapOurs) {
  const ids = new Set(articles.map(({ id }) => id));
  const byText = new Map(articles.map(({ id, textSha256 }) => [textSha256, id]));
  const move = (anchor: Anchor): Anchor => {
    const articleId = ids.has(anchor.articleId) ? anchor.articleId : byText.get(anchor.textSha256);
    return articleId === undefined || articleId === anchor.articleId ? anchor : { ...anchor, articleId };
  };
  return {
    settle(one: MapRecord, tell: Tell): MapRecord | null {
      if (one.table === 'places') return one;
      if (one.table !== 'highlights') {
        const passages = one.record.passages.map(move);
        if (passages.some(({ articleId }) => !ids.has(articleId))) tell('article-not-here');
        return { table: one.table, record: { ...one.record, passages } } as MapRecord;
      }
      const anchor = move(one.record.anchor);
      if (!ids.has(anchor.articleId)) {
        tell('article-missing', anchor.exact.slice(0, 80).toWellFormed());
        return null;
      }
      const kept = one.record.tagIds.filter((id) => tagIds.has(id));
      if (kept.length < one.record.tagIds.length) tell('tag-not-here');
      return { table: 'highlights', record: { ...one.record, anchor, tagIds: kept } };
    },
  };
}
