import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SuggestionGroup, SuggestionPassage } from '#core/geo/group-suggestions.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { PlaceId } from '#core/ids.ts';
import { askGroups, askPassages, mentionEngine } from './mention-engine.ts';

const noGroups: readonly SuggestionGroup[] = [];
const noPassages: readonly SuggestionPassage[] = [];

/** Undecided suggestions by place; asked again after every decision and every run of the finder. */
export function useSuggestionGroups(decided: readonly Mention[]): readonly SuggestionGroup[] {
  const { client, version } = useStore(mentionEngine);
  const [groups, setGroups] = useState(noGroups);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version and new decisions make other groups.
  useEffect(() => {
    let isCurrent = true;
    void askGroups().then((found) => {
      if (isCurrent) setGroups(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, version, decided]);
  return groups;
}

/** Passages shown of one place; more would be scrolled past, not read. */
export const passagesShown = 100;

/** The undecided passages of a place; none while it is `null`. */
export function useSuggestionPassages(
  placeId: PlaceId | null,
  decided: readonly Mention[],
): readonly SuggestionPassage[] {
  const version = useStore(mentionEngine, (state) => state.version);
  const [found, setFound] = useState<{ placeId: PlaceId | null; passages: readonly SuggestionPassage[] }>({
    placeId: null,
    passages: noPassages,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => {
    if (placeId === null) return;
    let isCurrent = true;
    void askPassages(placeId, passagesShown).then((passages) => {
      if (isCurrent) setFound({ placeId, passages });
    });
    return () => {
      isCurrent = false;
    };
  }, [placeId, version, decided]);
  return found.placeId === placeId ? found.passages : noPassages;
}
