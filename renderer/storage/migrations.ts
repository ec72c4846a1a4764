import type { Dexie } from 'dexie';

/**
 * The shapes the working copy has had, by number. A shipped step is never edited. As the copy can always be rebuilt
 * from the journal, a step that would be hard to write may simply empty the `applied` table.
 */
export function migrate(db: Dexie): void {
  db.version(1).stores({
    articles: 'id, originalSha256, textSha256, importedAt, batchId',
    highlights: 'id, anchor.articleId, *tagIds',
    tags: 'id, parentId',
    mentions: 'id, anchor.articleId, place.id, status',
    places: 'id',
    briefs: 'id',
    blocks: 'id, briefId',
    activity: 'id, at',
    texts: '[sha256+index]',
    edits: '[device+sequence], time, group',
    applied: 'device',
    suggestions: '[articleId+part]',
  });
  db.version(2).stores({
    highlights: 'id, anchor.articleId, *tagIds, anchor.textSha256',
    mentions: 'id, anchor.articleId, place.id, status, anchor.textSha256',
    analysts: 'id',
    tagGroups: 'id',
    memos: 'id, subject.kind',
    readings: 'id, articleId',
  });
  db.version(3).stores({
    savedSearches: 'id',
    searchDecisions: 'id, searchId',
  });
  db.version(4).stores({
    articles: 'id, originalSha256, textSha256, importedAt, batchId, sameText.group',
    activity: 'id, at, batchId, articleId',
    batches: 'id, at',
    sketches: 'sha256',
  });
  // One for an article, not for a text: articles with the same text have to be compared too.
  db.version(5).stores({
    sketches: null,
    articleSketches: 'articleId, version',
  });
  db.version(6).stores({
    actors: 'id',
    relations: 'id, from, to',
    events: 'id, dating.from',
  });
  // Suggestions name their places by their ids; those found before are found again.
  db.version(7)
    .stores({ suggestedPlaces: 'id' })
    .upgrade((upgrade) => upgrade.table('suggestions').clear());
  db.version(8).stores({
    tracks: 'id',
    areas: 'id',
    mapLayers: 'id',
  });
  db.version(9).stores({
    findings: 'id, anchor.articleId, anchor.textSha256, reach',
    found: '[articleId+part]',
  });
  // In the order they came, not by their hashes. Those of before are fetched again from the kept files.
  db.version(10).stores({
    texts: null,
    textBlocks: 'id, [sha256+index]',
  });
}
