import { plural, t as say } from '@lingui/core/macro';
import type { Activity } from '#core/activity.ts';

/** Words what could not be read of a file that was kept, and what to do; `null` when that is not what came of it. */
export function partlyWords({ reason, detail }: Pick<Activity, 'reason' | 'detail'>): string | null {
  const title = String(detail.title ?? '');
  if (reason === 'no-text')
    return say`Kept without text, as its pages are pictures: read them with a text recognition program and import what it makes. It is listed as: ${title}`;
  if (reason !== 'part') return null;
  const missing = missingParts(detail).join('; ');
  // What is broken may be whole elsewhere; pages without text are so everywhere.
  return detail.broken === undefined && detail.cut === undefined && detail.recovered === undefined
    ? say`Imported in part (${missing}) as: ${title}`
    : say`Imported in part (${missing}; if you can, fetch the file again) as: ${title}`;
}

function missingParts({ pages, broken, empty, cut, recovered }: Activity['detail']): string[] {
  const all = String(pages);
  const parts: string[] = [];
  if (broken !== undefined) {
    const which = String(broken);
    parts.push(say`of ${all} pages or parts, broken: ${which}`);
  }
  if (empty !== undefined)
    parts.push(
      plural(Number(empty), {
        one: `# page of ${all} has no text: it is empty or a picture`,
        other: `# pages of ${all} have no text: they are empty or pictures`,
      }),
    );
  if (cut !== undefined) parts.push(say`the file was cut short`);
  if (recovered !== undefined) parts.push(say`the file is broken, and its pages had to be searched for`);
  return parts;
}
