import { plural, t as say } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { narrowing } from '#state/narrowing.ts';
import { usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { newestNarrowed } from '#state/use-narrowed-items.ts';
import type { PictureWords } from './save-picture.ts';
import { useShapeName } from './use-area-words.ts';
import { useNames, useReachingTagName } from './use-facets.ts';
import { drawnLayers, useMapLayers } from './use-map-layers.ts';

/** What is written beside a picture of the map: answers the words as of the moment it is asked. */
export function usePictureWords(credits: string): (now: Date) => PictureWords {
  const { t } = useLingui();
  const { workspace } = useSession();
  const language = usePreferences((state) => state.language);
  const narrowedTo = useNarrowingLines();
  const layers = drawnLayers(useMapLayers() ?? []);
  return (now) => {
    const made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(now);
    const names = layers
      .map(({ layer }) =>
        layer.opacity === 1 ? layer.name : `${layer.name} (${Math.round(layer.opacity * 100)} %)`,
      )
      .join(', ');
    return {
      title: t`${workspace.name}, map`,
      lines: [t`Made on ${made} with Liptako`, ...narrowedTo()],
      credits: [
        ...(names === '' ? [] : [t`The analyst’s own layers: ${names}`]),
        t`Web Mercator projection; the scale holds in the middle of the map. Borders say nothing about anyone’s claims.`,
        credits,
      ],
      language,
    };
  };
}

/** What the map is narrowed down to and what that leaves out, a line each, when asked: no step of the slider does. */
function useNarrowingLines(): () => string[] {
  const { t } = useLingui();
  const names = useNames();
  const reachingName = useReachingTagName();
  const nameShape = useShapeName();
  return () => {
    const chosen = narrowing.getState();
    const { from, until, timeOf, shape } = chosen;
    const list = (title: string, values: readonly string[]) =>
      values.length === 0 ? [] : [`${title}: ${values.join(', ')}`];
    const days = `${from ?? '…'} – ${until ?? '…'}`;
    const lines = [
      ...list(t`Tags`, chosen.tagIds.map(reachingName)),
      ...list(
        t`Actors`,
        chosen.actorIds.map((id) => names.actors.get(id) ?? t`an actor that is gone`),
      ),
      ...list(
        t`Sources`,
        chosen.sources.map((source) => (source === '' ? t`No source stated` : source)),
      ),
      ...list(t`Grades`, chosen.reliabilities),
      ...(from === null && until === null
        ? []
        : list(timeOf === 'event' ? t`Happened` : t`Published`, [days])),
      ...(shape === null ? [] : list(t`Area`, [nameShape(shape)])),
    ];
    return [lines.length === 0 ? t`Not narrowed` : t`Narrowed to: ${lines.join(' · ')}`, ...countLines()];
  };
}

/** How many items are on the map, and how many say no day. */
function countLines(): string[] {
  const narrowed = newestNarrowed();
  if (narrowed === null) return [];
  const shown = narrowed.inside.length;
  const undated = narrowed.undated.length;
  const counts = say`${shown} of ${plural(narrowed.all.length, { one: '# item', other: '# items' })}`;
  return [counts + (undated === 0 ? '' : ` · ${say`${undated} without a date, not shown`}`)];
}
