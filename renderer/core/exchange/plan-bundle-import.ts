import type { Anchor } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import { isBeside } from '#core/history/beside.ts';
import { type Change, creation, type TableName, type Tables, tableNames } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ArticleId } from '#core/ids.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { Memo } from '#core/memos/memo.ts';
import type { Bundle, BundleFile, Records } from './bundle.ts';
import { carryGroups } from './carry-groups.ts';

/** What importing a bundle will do. */
export type BundlePlan = {
  readonly changes: readonly Change[];
  /** To be kept on the disk before the changes are made. */
  readonly files: readonly BundleFile[];
  readonly added: Readonly<Record<TableName, number>>;
  /** Records the workspace has already, word for word; and readings of which it knows, however far they went. */
  readonly same: number;
  /** Records it has with other content: ours are kept, and each is named. */
  readonly conflicts: readonly { readonly table: TableName; readonly id: string; readonly name: string }[];
  /** Articles the workspace has under another id, with the same original and text: their passages go to ours. */
  readonly joined: number;
};

/**
 * Plan to bring the records of `bundle` into a workspace that holds `ours`. Ids are kept. Nothing of ours is ever
 * changed: what differs is reported and left as it is, and a brief that differs is left with all its blocks.
 */
export function planBundleImport(bundle: Bundle, ours: Records): BundlePlan {
  const joins = findJoins(bundle.records.articles, ours.articles);
  const joined = joinArticles(bundle.records, joins);
  const theirs = { ...joined, articles: carryGroups(bundle.records.articles, ours.articles, joins) };
  const changes: Change[] = [];
  const conflicts: { table: TableName; id: string; name: string }[] = [];
  const added = Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>;
  const ourBriefs = new Set<string>(ours.briefs.map((brief) => brief.id));
  let same = 0;
  for (const table of tableNames) {
    const known = new Map<string, unknown>(ours[table].map((record) => [record.id, record]));
    for (const record of theirs[table]) {
      const existing = known.get(record.id);
      const isForeignBlock = 'briefId' in record && ourBriefs.has(record.briefId);
      if (existing === undefined && !isForeignBlock) {
        changes.push(creation(table, record as Tables[typeof table]));
        added[table] += 1;
      } else if (sameRecord(existing, record) || (isBeside(table) && existing !== undefined)) same += 1;
      else conflicts.push({ table, id: record.id, name: nameOf(record) });
    }
  }
  const newArticles = changes.flatMap(({ table, after }) => (table === 'articles' && after ? [after] : []));
  const newLayers = changes.flatMap(({ table, after }) => (table === 'mapLayers' && after ? [after] : []));
  const files = filesOf(newArticles, newLayers, bundle.files);
  return { changes, files, added, same, conflicts, joined: joins.size };
}

/** Their articles that we have under another id. A text that was cleaned otherwise stays an article of its own. */
function findJoins(theirs: readonly Article[], ours: readonly Article[]): Map<ArticleId, ArticleId> {
  const ids = new Set(ours.map((article) => article.id));
  const byHash = new Map(ours.map((article) => [hashesOf(article), article.id]));
  const joins = new Map<ArticleId, ArticleId>();
  for (const article of theirs) {
    const twin = byHash.get(hashesOf(article));
    if (twin !== undefined && !ids.has(article.id)) joins.set(article.id, twin);
  }
  return joins;
}

function hashesOf({ originalSha256, textSha256 }: Article): string {
  return `${originalSha256} ${textSha256}`;
}

function joinArticles(records: Records, joins: ReadonlyMap<ArticleId, ArticleId>): Records {
  const join = <Anchored extends { readonly anchor: Anchor }>(record: Anchored): Anchored => {
    const articleId = joins.get(record.anchor.articleId);
    return articleId === undefined ? record : { ...record, anchor: { ...record.anchor, articleId } };
  };
  return {
    ...records,
    highlights: records.highlights.map(join),
    mentions: records.mentions.map(join),
    findings: records.findings.map(join),
    activity: records.activity.map((activity) => {
      const articleId = activity.articleId === null ? undefined : joins.get(activity.articleId);
      return articleId === undefined ? activity : { ...activity, articleId };
    }),
    memos: records.memos.map((memo) => ({
      ...memo,
      subject: joinTarget(memo.subject, joins),
      links: memo.links.map((link) => joinTarget(link, joins)),
    })),
    readings: records.readings.map((reading) => ({
      ...reading,
      articleId: joins.get(reading.articleId) ?? reading.articleId,
    })),
    searchDecisions: records.searchDecisions.map((decision) => ({
      ...decision,
      articleIds: decision.articleIds.map((id) => joins.get(id) ?? id),
    })),
  };
}

function joinTarget<Target extends Memo['subject']>(
  target: Target,
  joins: ReadonlyMap<ArticleId, ArticleId>,
): Target {
  if (target.kind !== 'article') return target;
  return { ...target, id: joins.get(target.id) ?? target.id };
}

function filesOf(
  articles: readonly Article[],
  layers: readonly MapLayer[],
  files: readonly BundleFile[],
): BundleFile[] {
  const wanted = new Set([
    ...articles.flatMap(({ originalSha256, textSha256 }) => [
      `original ${originalSha256}`,
      `text ${textSha256}`,
    ]),
    ...layers.map(({ sha256 }) => `original ${sha256}`),
  ]);
  return files.filter(({ kind, sha256 }) => wanted.has(`${kind} ${sha256}`));
}

/** What a person calls a record. */
function nameOf(record: Tables[TableName]): string {
  if ('originalName' in record) return record.originalName;
  if ('anchor' in record) return record.anchor.exact.slice(0, 80);
  if ('fileName' in record) return record.fileName;
  if ('tlp' in record || 'subject' in record) return record.title;
  return 'name' in record ? record.name : record.id;
}
