import { useLingui } from '@lingui/react/macro';
import { toCsv } from '#core/exchange/csv.ts';
import { itemKinds } from '#core/picture/picture-item.ts';
import { composeSheet } from '#core/timeline/compose-sheet.ts';
import { shapesToSvg } from '#core/timeline/shapes-to-svg.ts';
import { type TimelineColumn, timelineRows } from '#core/timeline/timeline-rows.ts';
import { desktop } from '#state/desktop.ts';
import { narrowing } from '#state/narrowing.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import type { TimelineWidget } from './create-timeline.ts';
import { type Inks, paintShapes } from './paint-shapes.ts';
import type { Timeline } from './use-timeline.ts';
import type { TimelineWords } from './use-timeline-words.ts';

/** In pixels of the drawing. */
const pictureWidth = 1400;
/** Pixels of the picture for one of the drawing: sharp on paper. */
const density = 2;
/** The highest canvas there is, in its own pixels. */
const highest = 16_000;

/** Functions that save the timeline where the analyst chooses, and tell what came of it. */
export function useSaveTimeline(
  { listed, undated, marks, chosen, rows, nameOf }: Timeline,
  words: TimelineWords,
) {
  const { t, i18n } = useLingui();
  const { workspace } = useSession();
  const heads = useColumnNames();

  async function save(kind: 'png' | 'svg' | 'csv', content: string | Uint8Array): Promise<void> {
    const suggestedName = `${workspace.name} - ${t`timeline`}`;
    const answer = await desktop().saveFile({ suggestedName, kind, content });
    if (answer === null) return;
    if (answer.ok) notify({ kind: 'good', text: t`Saved ${answer.fileLabel}.` });
    else notify({ kind: 'danger', text: t`The file could not be saved: ${answer.problem.message}` });
  }

  function notes(): string[] {
    const { kinds, tagIds, actorIds, sources, reliabilities, shape, timeOf } = narrowing.getState();
    const names = [...tagIds, ...actorIds].map((id) => nameOf(id) ?? '').filter((name) => name !== '');
    const by = [...kinds.map(words.kind), ...names, ...sources, ...reliabilities].join(', ');
    const outside = i18n.number(marks.length - listed.length);
    const made = i18n.date(new Date(), { dateStyle: 'long' });
    return [
      timeOf === 'event'
        ? t`Placed by when it happened; the thin line leads to when it was published.`
        : t`Placed by when it was published; the thin line leads back to when it happened.`,
      marks.some(({ span }) => !span.isSure) ? t`Hollow, with soft ends: the date is inferred.` : '',
      by === '' ? '' : t`Only: ${by}.`,
      shape === null ? '' : t`Only what lies in an area chosen on the map.`,
      chosen === null ? '' : t`Paler: ${outside} outside the chosen days.`,
      undated.length === 0 ? '' : t`Not drawn: ${i18n.number(undated.length)} of which nobody says when.`,
      t`Made on ${made} with Liptako.`,
    ];
  }

  async function picture(widget: TimelineWidget, kind: 'png' | 'svg'): Promise<void> {
    const whole = widget.wholePicture(pictureWidth);
    if (whole === null) return;
    const shown = new Set(marks.map(({ item }) => item.kind));
    const legend = itemKinds
      .filter((one) => shown.has(one))
      .map((one) => ({ kind: one, label: words.kind(one) }));
    const title = `${workspace.name} – ${t`timeline`}`;
    const sheet = composeSheet(whole, { title, notes: notes(), legend });
    // Paper is white, whatever the screen is.
    const inks = widget.inks('light');
    if (kind === 'svg') {
      await save('svg', shapesToSvg({ ...sheet, description: title }, inks));
      return;
    }
    const png = await paintPng(sheet, inks);
    if (png === null)
      notify({
        kind: 'danger',
        text: t`The timeline is too high for a picture. Save it as SVG, or narrow it down.`,
      });
    else await save('png', png);
  }

  return {
    picture,
    table: () => save('csv', toCsv(timelineRows(rows(), (column) => heads[column], nameOf))),
  };
}

/** `null`: it is larger than a canvas can be. */
async function paintPng(sheet: ReturnType<typeof composeSheet>, inks: Inks): Promise<Uint8Array | null> {
  if (sheet.height * density > highest) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(sheet.width * density);
  canvas.height = Math.ceil(sheet.height * density);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(density, density);
  paintShapes(context, sheet.shapes, inks);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return png === null ? null : new Uint8Array(await png.arrayBuffer());
}

function useColumnNames(): Record<TimelineColumn, string> {
  const { t } = useLingui();
  return {
    kind: t`Kind`,
    title: t`Title`,
    from: t`First day`,
    until: t`Last day`,
    basis: t`How the date is known`,
    publishedFrom: t`Published, first day`,
    publishedUntil: t`Published, last day`,
    publishedBasis: t`How the publication is known`,
    lagLeast: t`Days to publication, least`,
    lagMost: t`Days to publication, most`,
    place: t`Place`,
    latitude: t`Latitude`,
    longitude: t`Longitude`,
    precision: t`Precision of the place`,
    actors: t`Actors`,
    tags: t`Tags`,
    source: t`Source`,
    grade: t`Grade`,
    recordId: t`Record`,
    articleId: t`Article`,
    start: t`Start of the passage`,
    end: t`End of the passage`,
  };
}
