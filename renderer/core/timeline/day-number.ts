const dayMs = 86_400_000;

/** A day as the whole number of days since 1970-01-01; `null` for what is no day. */
export function dayNumber(day: string): number | null {
  const time = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / dayMs);
}

/** The day of a number, `2024-09-17`; a part of a day counts to the day it is in. */
export function dayOf(number: number): string {
  return new Date(Math.floor(number) * dayMs).toISOString().slice(0, 10);
}
