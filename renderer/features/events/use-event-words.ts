import { useLingui } from '@lingui/react/macro';
import type { EventOrigin, EventRole, GeoPrecision } from '#core/events/event.ts';
import type { EventType, SubEventType } from '#core/events/event-types.ts';
import type { LikelyReason } from '#core/events/likely-duplicates.ts';
import type { Lag } from '#core/events/publication-lag.ts';
import type { Dating, DatingBasis } from '#core/time/dating.ts';

/** What the parts of an event are called, in the analyst's language. */
export type EventWords = {
  readonly type: (type: EventType) => string;
  readonly subType: (subType: SubEventType) => string;
  /** What ACLED counts under a type. */
  readonly meaning: (type: EventType) => string;
  readonly role: (role: EventRole) => string;
  readonly geoPrecision: (precision: GeoPrecision) => string;
  readonly timePrecision: (precision: Dating['precision']) => string;
  readonly basis: (basis: DatingBasis) => string;
  readonly when: (dating: Dating) => string;
  readonly lag: (lag: Lag) => string;
  readonly likely: (reason: LikelyReason) => string;
  /** What an event was read from. */
  readonly collection: (collection: EventOrigin['collection']) => string;
};

/** The words for events. */
export function useEventWords(): EventWords {
  const { t, i18n } = useLingui();
  const date = (iso: string) =>
    i18n.date(new Date(`${iso}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' });
  const roles: Record<EventRole, string> = {
    'side-1': t`First side`,
    'side-2': t`Second side`,
    'with-1': t`With the first side`,
    'with-2': t`With the second side`,
    other: t`Side not judged`,
  };
  const bases: Record<DatingBasis, string> = {
    stated: t`Stated, with its year`,
    inferred: t`Inferred`,
    analyst: t`Entered by the analyst`,
  };
  const reasons: Record<LikelyReason, string> = {
    'same-day': t`same day`,
    'days-overlap': t`days that overlap`,
    'same-place': t`same place`,
    near: t`places within 10 km`,
    'same-type': t`same type`,
    'type-open': t`type not coded`,
    'shared-actor': t`an actor in common`,
  };
  const collections: Record<EventOrigin['collection'], string> = {
    acled: 'ACLED',
    ucdp: 'UCDP GED',
    geojson: t`a map file`,
    csv: t`a table`,
  };
  return {
    collection: (collection) => collections[collection],
    type: useTypeWords(),
    subType: useSubTypeWords(),
    meaning: useTypeMeanings(),
    role: (role) => roles[role],
    basis: (basis) => bases[basis],
    likely: (reason) => reasons[reason],
    geoPrecision: (precision) => {
      if (precision === null) return t`Not judged`;
      if (precision === 1) return t`1 – the town itself`;
      return precision === 2 ? t`2 – near it, or a part of a region` : t`3 – a larger region`;
    },
    timePrecision: (precision) => {
      if (precision === null) return t`Longer, or not known`;
      if (precision === 1) return t`1 – the day`;
      return precision === 2 ? t`2 – a week or so` : t`3 – a month`;
    },
    when: ({ from, until }) => {
      if (from === null && until === null) return t`No date`;
      if (from === null) return t`until ${date(until ?? '')}`;
      if (until === null) return t`from ${date(from)}`;
      return from === until ? date(from) : `${date(from)} – ${date(until)}`;
    },
    lag: ({ least, most }) => {
      if (least === most) {
        if (least === 0) return t`published the same day`;
        return least > 0 ? t`published ${least} d after` : t`published ${-least} d before`;
      }
      if (least >= 0) return t`published ${least} to ${most} d after`;
      return most <= 0 ? t`published ${-most} to ${-least} d before` : t`published while it may have lasted`;
    },
  };
}

function useTypeWords(): (type: EventType) => string {
  const { t } = useLingui();
  const words: Record<EventType, string> = {
    Battles: t`Battles`,
    Protests: t`Protests`,
    Riots: t`Riots`,
    'Explosions/Remote violence': t`Explosions and remote violence`,
    'Violence against civilians': t`Violence against civilians`,
    'Strategic developments': t`Strategic developments`,
  };
  return (type) => words[type];
}

function useTypeMeanings(): (type: EventType) => string {
  const { t } = useLingui();
  const words: Record<EventType, string> = {
    Battles: t`Organised armed groups fight each other.`,
    Protests: t`A public demonstration in which those who take part are not violent.`,
    Riots: t`Demonstrators or a mob act violently.`,
    'Explosions/Remote violence': t`One side strikes in a way that leaves the target no means to respond.`,
    'Violence against civilians': t`An organised armed group harms people who do not fight.`,
    'Strategic developments': t`What matters to the conflict and is no violence itself.`,
  };
  return (type) => words[type];
}

function useSubTypeWords(): (subType: SubEventType) => string {
  const { t } = useLingui();
  const words: Record<SubEventType, string> = {
    'Government regains territory': t`Government regains territory`,
    'Non-state actor overtakes territory': t`Non-state actor takes territory`,
    'Armed clash': t`Armed clash`,
    'Excessive force against protesters': t`Excessive force against protesters`,
    'Protest with intervention': t`Protest with intervention`,
    'Peaceful protest': t`Peaceful protest`,
    'Violent demonstration': t`Violent demonstration`,
    'Mob violence': t`Mob violence`,
    'Chemical weapon': t`Chemical weapon`,
    'Air/drone strike': t`Air or drone strike`,
    'Suicide bomb': t`Suicide bomb`,
    'Shelling/artillery/missile attack': t`Shelling, artillery or missiles`,
    'Remote explosive/landmine/IED': t`Remote explosive, mine or IED`,
    Grenade: t`Grenade`,
    'Sexual violence': t`Sexual violence`,
    Attack: t`Attack`,
    'Abduction/forced disappearance': t`Abduction or forced disappearance`,
    Agreement: t`Agreement`,
    Arrests: t`Arrests`,
    'Change to group/activity': t`Change of a group or its activity`,
    'Disrupted weapons use': t`Weapons use disrupted`,
    'Headquarters or base established': t`Headquarters or base established`,
    'Looting/property destruction': t`Looting or destruction of property`,
    'Non-violent transfer of territory': t`Territory transferred without violence`,
    Other: t`Other`,
  };
  return (subType) => words[subType];
}
