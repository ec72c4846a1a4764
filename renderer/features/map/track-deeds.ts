import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Change } from '#core/history/change.ts';
import { type AreaId, type ArticleId, type GroupId, newId, type TrackId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { type AreaProblem, checkArea } from '#core/tracks/check-area.ts';
import {
  type Corner,
  cutHole,
  deleteArea,
  keepArea,
  makeCircle,
  newArea,
  reshapeArea,
} from '#core/tracks/edit-areas.ts';
import { deleteTrack, keepTrack, newTrack, reshapeTrack } from '#core/tracks/edit-tracks.ts';
import { linkToTrack } from '#core/tracks/link-passage.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import type { Session } from '#state/session.ts';
import type { ChosenShape } from '#state/workspace.ts';
import { findArticle } from '#storage/articles.ts';
import { findArea, findTrack } from '#storage/tracks.ts';
import type { ShapeDeed } from './shapes.ts';

/** What an edit is called in the history, and with which others it is undone. */
export type TrackEdit = { readonly action: string; readonly group?: GroupId };

/** Make a track; answers its id once it is kept. */
export async function beginTrack(
  session: Session,
  name: string,
  fill: (track: Track) => Track = (track) => track,
): Promise<TrackId | null> {
  const id = newId<'track'>();
  const now = new Date().toISOString();
  const track = fill(newTrack({ id, analystId: session.analystId, now }, name));
  const label = { action: 'track.create', detail: { name: shorten(name) } };
  const { ok } = await session.commit(label, () => keepTrack(null, track, now));
  return ok ? id : null;
}

/** Make an area; answers its id once it is kept. */
export async function beginArea(
  session: Session,
  name: string,
  fill: (area: Area) => Area = (area) => area,
): Promise<AreaId | null> {
  const id = newId<'area'>();
  const now = new Date().toISOString();
  const area = fill(newArea({ id, analystId: session.analystId, now }, name));
  const label = { action: 'area.create', detail: { name: shorten(name) } };
  const { ok } = await session.commit(label, () => keepArea(null, area, now));
  return ok ? id : null;
}

/** Change a track as it is kept now. Answers whether that was kept. */
export async function editTrack(
  session: Session,
  { id, name }: Pick<Track, 'id' | 'name'>,
  { action, group }: TrackEdit,
  change: (track: Track) => Track,
): Promise<boolean> {
  const plan = async (): Promise<Change[]> => {
    const stored = await findTrack(session.db, id);
    return stored === null ? [] : keepTrack(stored, change(stored), new Date().toISOString());
  };
  const label = { action, detail: { name: shorten(name) } };
  return (await session.commit(label, plan, group === undefined ? {} : { group })).ok;
}

/** Change an area as it is kept now. Answers whether that was kept. */
export async function editArea(
  session: Session,
  { id, name }: Pick<Area, 'id' | 'name'>,
  { action, group }: TrackEdit,
  change: (area: Area) => Area,
): Promise<boolean> {
  const plan = async (): Promise<Change[]> => {
    const stored = await findArea(session.db, id);
    return stored === null ? [] : keepArea(stored, change(stored), new Date().toISOString());
  };
  const label = { action, detail: { name: shorten(name) } };
  return (await session.commit(label, plan, group === undefined ? {} : { group })).ok;
}

/** Take a track away. Answers whether it is gone. */
export async function dropTrack(session: Session, { id, name }: Track): Promise<boolean> {
  const label = { action: 'track.delete', detail: { name: shorten(name) } };
  const outcome = await session.commit(label, async () => {
    const stored = await findTrack(session.db, id);
    return stored === null ? [] : deleteTrack(stored);
  });
  return outcome.ok;
}

/** Take an area away. Answers whether it is gone. */
export async function dropArea(session: Session, { id, name }: Area): Promise<boolean> {
  const label = { action: 'area.delete', detail: { name: shorten(name) } };
  const outcome = await session.commit(label, async () => {
    const stored = await findArea(session.db, id);
    return stored === null ? [] : deleteArea(stored);
  });
  return outcome.ok;
}

/** Keep what was done to a shape with its handles. */
export function keepReshaped(
  session: Session,
  deed: Extract<ShapeDeed, { kind: 'reshape-track' | 'reshape-area' }>,
  name: string,
): Promise<boolean> {
  if (deed.kind === 'reshape-track') {
    const edit = { action: 'track.reshape' };
    return editTrack(session, { id: deed.id, name }, edit, (track) => reshapeTrack(track, deed.points));
  }
  const edit = { action: deed.isMoved ? 'area.move' : 'area.reshape' };
  const { circle, rings } = deed;
  return editArea(session, { id: deed.id, name }, edit, (area) => {
    // A pulled circle has no say in the holes: some may have been cut or filled since its handles were taken.
    if (circle !== undefined && !deed.isMoved) return makeCircle(area, circle);
    const pulled = reshapeArea(area, rings);
    return circle === undefined ? pulled : makeCircle(pulled, circle);
  });
}

/** Cut a hole into an area, unless the area could not be read with it; answers what is wrong, or `null`. */
export async function cutHoleInto(
  session: Session,
  area: Pick<Area, 'id' | 'name'>,
  ring: readonly Corner[],
): Promise<AreaProblem['code'] | 'full' | null> {
  const stored = await findArea(session.db, area.id);
  if (stored === null) return null;
  const cut = cutHole(stored, ring);
  if (cut === stored) return 'full';
  const problem = checkArea(cut).find((one) => one.ring === cut.rings.length - 1);
  if (problem !== undefined) return problem.code;
  await editArea(session, area, { action: 'area.hole' }, (current) => cutHole(current, ring));
  return null;
}

/** What came of linking a passage. */
export type LinkOutcome = 'ok' | 'too-long' | 'too-many' | 'gone';

/** Let a track or an area rest on a passage of an article. */
export async function linkPassageTo(
  session: Session,
  shape: ChosenShape,
  { articleId, span }: { readonly articleId: ArticleId; readonly span: TextSpan },
): Promise<LinkOutcome> {
  const [article, stored] = await Promise.all([
    findArticle(session.db, articleId),
    shape.kind === 'track' ? findTrack(session.db, shape.id) : findArea(session.db, shape.id),
  ]);
  if (article === null || stored === null) return 'gone';
  const passage = makeAnchor(article, await session.readText(article), span);
  const linked = linkToTrack(stored, passage);
  if (!linked.ok) return linked.problem;
  const add = <Shape extends Track | Area>(current: Shape): Shape => {
    const again = linkToTrack(current, passage);
    return again.ok ? again.record : current;
  };
  const isKept =
    shape.kind === 'track'
      ? await editTrack(session, { id: shape.id, name: stored.name }, { action: 'track.link' }, add)
      : await editArea(session, { id: shape.id, name: stored.name }, { action: 'area.link' }, add);
  return isKept ? 'ok' : 'gone';
}

/** The beginning of a name, for the history. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
