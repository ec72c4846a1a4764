import type { Anchor } from '#core/annotations/highlight.ts';
import { isSamePassage } from '#core/events/edit-events.ts';
import { maxLinkedLength } from '#core/events/event.ts';
import { type Area, maxTrackPassages, type Track } from './track.ts';

/** What came of linking a passage. */
export type TrackLinking<Record> =
  | { readonly ok: true; readonly record: Record }
  | { readonly ok: false; readonly problem: 'too-long' | 'too-many' };

/** The track or area resting on one more passage; one it has already is not linked twice. */
export function linkToTrack<Record extends Track | Area>(
  record: Record,
  passage: Anchor,
): TrackLinking<Record> {
  if (record.passages.some((one) => isSamePassage(one, passage))) return { ok: true, record };
  if (passage.exact.length > maxLinkedLength) return { ok: false, problem: 'too-long' };
  if (record.passages.length >= maxTrackPassages) return { ok: false, problem: 'too-many' };
  return { ok: true, record: { ...record, passages: [...record.passages, passage] } };
}

/** The track or area without a passage. */
export function unlinkFromTrack<Record extends Track | Area>(record: Record, passage: Anchor): Record {
  return { ...record, passages: record.passages.filter((one) => !isSamePassage(one, passage)) };
}
