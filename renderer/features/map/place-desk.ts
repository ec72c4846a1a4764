import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LatLon } from '#core/geo/distance.ts';
import type { Place } from '#core/geo/place.ts';
import { newId } from '#core/ids.ts';
import { watchForms } from '#state/unsaved-forms.ts';
import { look, showScreen } from '#state/workspace.ts';
import { carryDraft, draftOf, type PlaceDraft, sameDraft } from './place-draft.ts';
import { useNewestPlace } from './use-place-data.ts';

/** A place that is looked at closely, or a new one, with what is typed about it. */
export type PlaceForm = {
  /** Tells it from the other forms. */
  readonly key: string;
  /** `null`: a new one. */
  readonly place: Place | null;
  /** What there was to say before anything was typed. */
  readonly start: PlaceDraft;
  readonly draft: PlaceDraft;
  /** It comes back after having been put aside. */
  readonly wasAside: boolean;
};

type PlaceDesk = {
  /** What the window of a place shows. */
  readonly open: PlaceForm | null;
  /** The window that waits behind the map for a click. */
  readonly moving: PlaceForm | null;
  /** Put aside with something in them that is not saved. */
  readonly aside: readonly PlaceForm[];
  /** The place that was searched for on the map. */
  readonly found: Place | null;
};

/** What is open and typed: kept while out of sight, until it is saved or discarded. */
export const placeDesk = createStore<PlaceDesk>(() => ({ open: null, moving: null, aside: [], found: null }));

watchForms('place', () => {
  const { open, moving, aside } = placeDesk.getState();
  return putAside(aside, open, moving).length;
});

/** Follow a part of the desk of places. */
export function usePlaceDesk<Part>(select: (state: PlaceDesk) => Part): Part {
  return useStore(placeDesk, select);
}

/** Open the window of a place, or of a new one of a name, with what was typed in it before. */
export function openPlace(place: Place | null, name = ''): void {
  const start = draftOf(place, name);
  show({ key: place?.id ?? `new ${name}`, place, start, draft: start, wasAside: false });
}

/** Open the window again of what was put aside. */
export function reopenPlace(form: PlaceForm): void {
  show({ ...form, wasAside: true });
}

/** Bring back what was discarded; what has been typed under its key since is put aside, and none of the two is lost. */
export function bringBackPlace(form: PlaceForm): void {
  const { open, moving, aside } = placeDesk.getState();
  const isTaken = putAside(aside, open, moving).some(({ key }) => key === form.key);
  reopenPlace(isTaken ? { ...form, key: `${form.key} ${newId<'place'>()}` } : form);
}

/** Open the window again of what was put aside under a key, unless it has been saved or discarded since. */
export function goOnTyping(key: string): void {
  const form = placeDesk.getState().aside.find((one) => one.key === key);
  if (form !== undefined) reopenPlace(form);
}

function show(form: PlaceForm): void {
  placeDesk.setState(({ open, moving, aside }) => {
    const all = putAside(aside, open, moving);
    const before = all.find(({ key }) => key === form.key);
    const typed = before && {
      draft: carryDraft(before.draft, before.start, form.start),
      wasAside: true,
    };
    return {
      open: { ...form, ...typed },
      moving: null,
      aside: all.filter(({ key }) => key !== form.key),
    };
  });
}

/** Lay what is typed in the open window over what is said of its place by now: boxes nobody touched show that. */
export function rebasePlace(newest: Place): void {
  placeDesk.setState(({ open }) => {
    if (open === null || open.place?.id !== newest.id || open.place === newest) return {};
    const start = draftOf(newest, '');
    return { open: { ...open, place: newest, start, draft: carryDraft(open.draft, open.start, start) } };
  });
}

/** Note what is typed in the open window. */
export function typePlace(part: Partial<PlaceDraft>): void {
  placeDesk.setState(({ open }) =>
    open === null ? {} : { open: { ...open, draft: { ...open.draft, ...part } } },
  );
}

/** Close the window of a place; what is typed in it and not saved is put aside, and answered. */
export function closePlace(): PlaceForm | null {
  const { open, moving, aside } = placeDesk.getState();
  placeDesk.setState({ open: null, moving: null, aside: putAside(aside, open, moving) });
  return open !== null && isTyped(open) ? open : null;
}

/** Close the window of a place and forget what is typed in it; answers that, to be brought back. */
export function discardPlace(): PlaceForm | null {
  const { open } = placeDesk.getState();
  placeDesk.setState({ open: null });
  return open !== null && isTyped(open) ? open : null;
}

/** Forget what was typed in a form, since it is saved; what was typed while it was being saved stays. */
export function settlePlace({ key, start, draft }: PlaceForm): void {
  // Saving it may have changed what it begins with.
  const isOther = (form: PlaceForm) =>
    form.key !== key || !sameDraft(form.draft, carryDraft(draft, start, form.start));
  placeDesk.setState(({ open, aside }) => ({
    open: open !== null && isOther(open) ? open : null,
    aside: aside.filter(isOther),
  }));
}

/** Let the next click on the large map say where the open place is; the window comes back with it. */
export function askForPoint(): void {
  placeDesk.setState(({ open }) => ({ open: null, moving: open }));
  // A click means one thing at a time.
  look.setState({ placing: null });
  showScreen('map');
}

/** Give the place that waits its point; answers whether one waited. */
export function givePoint({ lat, lon }: LatLon): boolean {
  const { moving } = placeDesk.getState();
  if (moving === null) return false;
  const draft = { ...moving.draft, point: `${lat.toFixed(5)}, ${lon.toFixed(5)}` };
  placeDesk.setState({ open: { ...moving, draft }, moving: null });
  return true;
}

/** Go back to the window without a point. */
export function stopAsking(): void {
  placeDesk.setState(({ moving }) => ({ open: moving, moving: null }));
}

/** Show a place that was searched for; `null`: none any more. */
export function showFound(place: Place | null): void {
  placeDesk.setState({ found: place });
}

/** The place that was searched for, as it is by now. */
export function useFoundPlace(): Place | null {
  return useNewestPlace(usePlaceDesk((state) => state.found));
}

/** Where it is; `null`: there is none, or nobody has located it. */
export function useFoundPoint(): LatLon | null {
  const found = useFoundPlace();
  const [lat, lon] = [found?.lat ?? null, found?.lon ?? null];
  return useMemo(() => (lat === null || lon === null ? null : { lat, lon }), [lat, lon]);
}

/** Whether something is typed in a form that is not saved. */
function isTyped({ draft, start }: PlaceForm): boolean {
  return !sameDraft(draft, start);
}

function putAside(
  aside: readonly PlaceForm[],
  ...closing: readonly (PlaceForm | null)[]
): readonly PlaceForm[] {
  const typed = closing.flatMap((form) => (form !== null && isTyped(form) ? [form] : []));
  return typed.length === 0 ? aside : [...aside, ...typed];
}
