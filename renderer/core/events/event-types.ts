/**
 * ACLED's event types with their sub-event types, as its codebook prints them (2023 and 2024): the values of an export.
 */
export const eventTypes = {
  Battles: ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash'],
  Protests: ['Excessive force against protesters', 'Protest with intervention', 'Peaceful protest'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const;

export type EventType = keyof typeof eventTypes;

export type SubEventType = (typeof eventTypes)[EventType][number];

/** All sub-event types, each with the type it belongs to, in the codebook's order. */
export const subEventTypes = (Object.keys(eventTypes) as EventType[]).flatMap((type) =>
  eventTypes[type].map((subType) => ({ type, subType })),
);

/** The type that a sub-event type belongs to. */
export function typeOf(subType: SubEventType): EventType {
  const found = subEventTypes.find((one) => one.subType === subType);
  if (found === undefined) throw new RangeError(`${subType} is no sub-event type`);
  return found.type;
}
