import { beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import {
  askForPoint,
  bringBackPlace,
  closePlace,
  discardPlace,
  givePoint,
  openPlace,
  placeDesk,
  rebasePlace,
  settlePlace,
  typePlace,
} from '#features/map/place-desk.ts';
import { countUnsavedForms } from '#state/unsaved-forms.ts';

const tessit: Place = {
  id: 'g:1' as PlaceId,
  name: 'Tessit',
  aliases: [],
  country: 'ML',
  type: 'P',
  lat: 15.2,
  lon: -0.3,
  precision: 'exact',
  source: 'GeoNames 1',
  note: '',
};

const open = () => placeDesk.getState().open;

beforeEach(() => placeDesk.setState({ open: null, moving: null, aside: [], found: null }));

describe('the desk of places', () => {
  it('keeps what is typed when the window is closed, and shows it when it opens again', () => {
    openPlace(tessit);
    typePlace({ note: 'A well.' });
    closePlace();
    expect([open(), countUnsavedForms()]).toEqual([null, 1]);
    openPlace(null, 'Elsewhere');
    expect(open()?.draft.name).toBe('Elsewhere');
    openPlace(tessit);
    expect(open()?.draft).toMatchObject({ name: 'Tessit', note: 'A well.' });
    expect(countUnsavedForms()).toBe(1);
  });

  it('keeps nothing of a window in which nothing was typed', () => {
    openPlace(tessit);
    typePlace({ note: 'x' });
    typePlace({ note: '' });
    expect(closePlace()).toBeNull();
    expect([placeDesk.getState().aside, countUnsavedForms()]).toEqual([[], 0]);
  });

  it('shows in boxes nobody typed in what is said of the place by now', () => {
    openPlace(tessit);
    typePlace({ note: 'A well.' });
    closePlace();
    openPlace({ ...tessit, name: 'Tessit-Ville', note: 'Changed meanwhile.' });
    expect(open()?.draft).toMatchObject({ name: 'Tessit-Ville', note: 'A well.' });
  });

  it('discards on request, and brings back', () => {
    openPlace(null, 'Camp Echo');
    typePlace({ country: 'ML' });
    const form = discardPlace();
    expect(countUnsavedForms()).toBe(0);
    if (form !== null) bringBackPlace(form);
    expect(open()?.draft).toMatchObject({ name: 'Camp Echo', country: 'ML' });
  });

  it.each([null, tessit])(
    'brings back what was discarded beside what has been typed under its key since',
    (place) => {
      openPlace(place);
      typePlace({ note: 'First.' });
      const form = discardPlace();
      openPlace(place);
      typePlace({ note: 'Second.' });
      if (form !== null) bringBackPlace(form);
      expect(open()?.draft.note).toBe('First.');
      expect(placeDesk.getState().aside.map(({ draft }) => draft.note)).toEqual(['Second.']);
      expect(countUnsavedForms()).toBe(2);
    },
  );

  it('shows in an open window what is said of its place by now, but where something was typed', () => {
    openPlace({ ...tessit, name: 'Undone', note: 'Undone.', original: tessit });
    askForPoint();
    givePoint({ lat: 16, lon: 0 });
    rebasePlace(tessit);
    expect(open()?.draft).toMatchObject({ name: 'Tessit', note: '', point: '16.00000, 0.00000' });
    rebasePlace({ ...tessit, id: 'g:2' as PlaceId, name: 'Another' });
    expect(open()?.draft.name).toBe('Tessit');
  });

  it('lets go of what is saved when its place is read anew before that', () => {
    openPlace({ ...tessit, aliases: ['Tessit'] });
    typePlace({ note: 'A well.' });
    const form = open();
    if (form === null) throw new Error('the window is closed');
    rebasePlace({ ...tessit, note: 'A well.' });
    settlePlace(form);
    expect(open()).toBeNull();
  });

  it('keeps what is typed while another place is opened before the click that was waited for', () => {
    openPlace(tessit);
    typePlace({ note: 'A well.' });
    askForPoint();
    expect(countUnsavedForms()).toBe(1);
    openPlace(null, 'Camp Echo');
    expect(givePoint({ lat: 1, lon: 2 })).toBe(false);
    openPlace(tessit);
    askForPoint();
    expect(givePoint({ lat: 16, lon: 0 })).toBe(true);
    expect(open()?.draft).toMatchObject({ note: 'A well.', point: '16.00000, 0.00000' });
  });

  it('lets go of what is saved, and not of what was typed while it was', () => {
    openPlace(tessit);
    typePlace({ note: 'A well.' });
    const form = open();
    if (form === null) throw new Error('the window is closed');
    typePlace({ note: 'A well, dry.' });
    settlePlace(form);
    expect(open()?.draft.note).toBe('A well, dry.');
    const newest = open();
    if (newest !== null) settlePlace(newest);
    expect([open(), countUnsavedForms()]).toEqual([null, 0]);
  });
});
