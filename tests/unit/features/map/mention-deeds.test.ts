import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { findMentions } from '#core/geo/find-mentions.ts';
import { mentionsToShow } from '#core/geo/mentions-to-show.ts';
import { creation } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import type { WorkspaceId } from '#core/ids.ts';
import {
  acceptSuggestion,
  addPlace,
  changeStatus,
  decideSuggestions,
  dropPlace,
  editPlace,
  forgetMentions,
  placePassage,
  rejectSuggestion,
} from '#features/map/mention-deeds.ts';
import { draftOf } from '#features/map/place-draft.ts';
import { createSession } from '#state/create-session.ts';
import type { Session } from '#state/session.ts';
import { Database } from '#storage/database.ts';
import { listMentions } from '#storage/mentions.ts';
import { listPlaces } from '#storage/places.ts';
import { putText } from '#storage/texts.ts';
import { bundledGazetteer } from '#tests/unit/core/geo/bundled-gazetteer.ts';
import { device, makeArticle } from '#tests/unit/storage/make-records.ts';

const text = readFileSync('seeds/002_26db4964b2695913.txt', 'utf8');
const article = makeArticle('article', 'sha', text.length);
const gazetteer = bundledGazetteer();
const passages = findMentions(text, [], gazetteer).map((suggestion) => ({
  articleId: article.id,
  suggestion,
}));
let opened = 0;
let db: Database;
let session: Session;
let journal: JournalEntry[];

beforeEach(async () => {
  opened += 1;
  db = new Database(`mentions-${opened}`);
  journal = [];
  session = await createSession({
    db,
    workspace: { id: 'w' as WorkspaceId, name: 'Case', createdAt: '', folderLabel: '' },
    device,
    now: () => '2026-01-01T00:00:00.000Z',
    desktop: {
      appendEdits: async ({ edits }) => {
        const entries = edits.map((edit) => {
          const sequence = journal.length + 1;
          const entry = { device, sequence, time: String(sequence), hash: `h${sequence}`, edit };
          journal.push(entry);
          return entry;
        });
        return { ok: true, entries };
      },
      readEntries: async ({ sequences }) => journal.filter(({ sequence }) => sequences.includes(sequence)),
      readJournal: async () => ({ entries: [], next: null }),
      readKept: async () => null,
    },
  });
  await putText(db, 'sha', text);
  await session.commit({ action: 'articles.import', detail: {} }, () => [creation('articles', article)]);
});

function passageOf(exact: string) {
  const passage = passages.find(({ suggestion }) => suggestion.exact === exact);
  const place = passage?.suggestion.candidates[0];
  if (passage === undefined || place === undefined) throw new Error(`nothing is suggested for ${exact}`);
  return { passage, place };
}

describe('decisions', () => {
  it('keep what was accepted with its ground, and are undone and made again', async () => {
    const { passage, place } = passageOf('Tessit');
    expect(await acceptSuggestion(session, passage, place)).toBe(true);
    const [mention] = await listMentions(db, article.id);
    expect(mention).toMatchObject({ status: 'accepted', origin: 'suggested', place });
    expect(mention?.reasons).toContain('corrected');
    expect(text.slice(mention?.anchor.start, mention?.anchor.end)).toBe('Tessit');
    await session.undo();
    expect(await listMentions(db, article.id)).toEqual([]);
    await session.redo();
    expect(await listMentions(db, article.id)).toEqual([mention]);
  });

  it('do not overwrite each other, however fast they come', async () => {
    const { passage, place } = passageOf('Tahoua');
    await Promise.all([
      acceptSuggestion(session, passage, place),
      rejectSuggestion(session, passage, place),
      acceptSuggestion(session, passage, place),
      ...passages.map((other) => rejectSuggestion(session, other, place)),
    ]);
    const mentions = await listMentions(db, article.id);
    expect(mentions).toHaveLength(passages.length);
    expect(mentions.every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('about all passages of a place are one edit', async () => {
    const { place } = passageOf('Niger');
    const all = passages.filter(({ suggestion }) => suggestion.candidates[0]?.id === place.id);
    expect(all.length).toBeGreaterThan(5);
    await decideSuggestions(session, all, place, 'accepted');
    expect(await listMentions(db, article.id)).toHaveLength(all.length);
    expect(journal.at(-1)?.edit.label).toEqual({
      action: 'mention.accept-all',
      detail: { place: 'Niger', count: all.length },
    });
    await session.undo();
    expect(await listMentions(db, article.id)).toEqual([]);
  });

  it('can be turned and taken back', async () => {
    const { passage, place } = passageOf('Ansongo');
    await acceptSuggestion(session, passage, place);
    const [accepted] = await listMentions(db, article.id);
    if (accepted === undefined) throw new Error('nothing accepted');
    await changeStatus(session, accepted, 'rejected');
    const [rejected] = await listMentions(db, article.id);
    expect(rejected).toMatchObject({ id: accepted.id, status: 'rejected' });
    await forgetMentions(session, rejected === undefined ? [] : [rejected]);
    expect(await listMentions(db, article.id)).toEqual([]);
    const shown = mentionsToShow([passage.suggestion], []);
    expect(shown[0]?.status).toBe('suggested');
  });

  it('are not made about an article that is gone', async () => {
    const { passage, place } = passageOf('Ansongo');
    await db.articles.delete(article.id);
    await acceptSuggestion(session, passage, place);
    expect(await db.mentions.count()).toBe(0);
  });
});

describe('places by hand', () => {
  const form = {
    name: 'Intazayene',
    aliases: [],
    country: 'NE',
    point: { lat: 16.2, lon: 4.6 },
    precision: 'near' as const,
    note: 'by a map of the UN',
  };

  it('are made with the passage they are for, in one edit', async () => {
    const { passage } = passageOf('Intazayene');
    const { start, end } = passage.suggestion;
    const place = await addPlace(session, form, { articleId: article.id, span: { start, end } });
    expect(place).toMatchObject({ name: 'Intazayene', lat: 16.2, precision: 'near', type: 'analyst' });
    expect((await listMentions(db, article.id))[0]).toMatchObject({
      origin: 'analyst',
      place: { id: place?.id },
    });
    expect(gazetteer.withPlaces(await listPlaces(db)).lookup('intazayene')[0]?.id).toBe(place?.id);
    await session.undo();
    expect([await db.places.count(), await db.mentions.count()]).toEqual([0, 0]);
  });

  it('take their accepted passages along when they move, and leave them when they go', async () => {
    const { passage } = passageOf('Intazayene');
    const place = await addPlace(
      session,
      { ...form, point: null },
      { articleId: article.id, span: passage.suggestion },
    );
    if (place === null) throw new Error('no place');
    expect(place.precision).toBe('unknown');
    const start = draftOf(place, '');
    await editPlace(session, place, { start, draft: { ...start, point: '16.2, 4.6' } });
    expect((await listMentions(db, article.id))[0]?.place).toMatchObject({
      lat: 16.2,
      lon: 4.6,
      precision: 'near',
    });
    const [newest] = await listPlaces(db);
    await dropPlace(session, newest ?? place);
    expect(await db.places.count()).toBe(0);
    expect(await listMentions(db, article.id)).toHaveLength(1);
  });

  it('keep only what was typed in a form that was begun before the last edit was undone', async () => {
    const { place } = passageOf('Tessit');
    const before = draftOf(place, '');
    const draft = { ...before, name: 'Tessit-Ville', aliases: 'Tessite', note: 'Heard so.' };
    const corrected = await editPlace(session, place, { start: before, draft });
    if (corrected === null) throw new Error('no place');
    expect(corrected).toMatchObject({ name: 'Tessit-Ville', note: 'Heard so.', original: place });
    const start = draftOf(corrected, '');
    await session.undo();
    const moved = await editPlace(session, corrected, { start, draft: { ...start, point: '15.3, 0.5' } });
    const { name, aliases, note } = place;
    expect(moved).toMatchObject({ name, aliases, note, lat: 15.3, lon: 0.5 });
    expect(await listPlaces(db)).toEqual([moved]);
  });

  it('keep what was saved since a form was begun, where nothing was typed', async () => {
    const place = await addPlace(session, form, null);
    if (place === null) throw new Error('no place');
    const start = draftOf(place, '');
    await editPlace(session, place, { start, draft: { ...start, note: 'by another map' } });
    await editPlace(session, place, { start, draft: { ...start, name: 'In Tazayene' } });
    expect(await listPlaces(db)).toMatchObject([{ name: 'In Tazayene', note: 'by another map', lat: 16.2 }]);
  });

  it('any passage can be placed at any place, and placed anew', async () => {
    const { place } = passageOf('Ansongo');
    const span = { start: 0, end: 13 };
    await placePassage(session, { articleId: article.id, span }, place);
    await placePassage(session, { articleId: article.id, span }, passageOf('Tessit').place);
    const mentions = await listMentions(db, article.id);
    expect(mentions).toHaveLength(1);
    expect(mentions[0]).toMatchObject({ place: { name: 'Tessit' }, origin: 'analyst' });
  });

  it('are refused without a name', async () => {
    expect(await addPlace(session, { ...form, name: '  ' }, null)).toBeNull();
    expect(journal).toHaveLength(1);
  });
});
