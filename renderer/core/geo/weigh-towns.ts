import { distanceKm } from './distance.ts';
import { nameKey } from './name-key.ts';
import { type GazetteerTable, noRank } from './parse-gazetteer.ts';

/** What is known of the weight of each row, in the order of the table. */
export type TownWeights = {
  /** 0 for a village of which only the name is known, about 3 for the seat of a cercle, 8 for a capital. */
  readonly importance: Float32Array;
  /** 1: the same town as a heavier row; not to be offered. */
  readonly isDouble: Uint8Array;
};

/** Rows of one name and country this close are one town, entered twice. */
const doubleKm = 10;
/** Importance of the seat of a region and of a cercle, province or department, and how far the unit's point may be. */
const seats = { A1: { importance: 5, reachKm: 450 }, A2: { importance: 3, reachKm: 120 } } as const;

/**
 * Weigh the towns. Population is known for two hundred places of the core countries only, so Natural Earth's rank and
 * being the seat of an administrative unit of the same name count beside it.
 */
export function weighTowns(table: GazetteerTable): TownWeights {
  const importance = new Float32Array(table.size);
  const isDouble = new Uint8Array(table.size);
  const towns = new Map<string, number[]>();
  const units: number[] = [];
  for (let row = 0; row < table.size; row++) {
    const type = table.types[row];
    if (type === 'A1' || type === 'A2') units.push(row);
    if (!isTown(type)) continue;
    importance[row] = ownWeight(table, row);
    const name = townName(table, row);
    const same = towns.get(name);
    if (same === undefined) towns.set(name, [row]);
    else same.push(row);
  }
  for (const rows of towns.values()) if (rows.length > 1) joinDoubles(table, rows, { importance, isDouble });
  for (const unit of units) raiseSeat(table, unit, towns.get(townName(table, unit)) ?? [], importance);
  return { importance, isDouble };
}

/** Whether a type of the table is a settlement. */
export function isTown(type: string | undefined): boolean {
  return type === 'P' || type === 'L' || type === 'N';
}

function townName(table: GazetteerTable, row: number): string {
  return `${table.countries[row]} ${nameKey(table.names[row] ?? '')}`;
}

function ownWeight({ ranks, populations }: GazetteerTable, row: number): number {
  const rank = ranks[row] ?? noRank;
  const population = populations[row] ?? 0;
  const byRank = rank === noRank ? 0 : Math.max(2.5, 10 - rank);
  return Math.max(byRank, population > 0 ? Math.log10(population) - 0.8 : 0);
}

function joinDoubles(table: GazetteerTable, rows: readonly number[], weights: TownWeights): void {
  const { importance, isDouble } = weights;
  const heaviestFirst = [...rows].sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0));
  for (const [at, row] of heaviestFirst.entries()) {
    const heavier = heaviestFirst
      .slice(0, at)
      .some(
        (other) => isDouble[other] === 0 && distanceKm(point(table, row), point(table, other)) < doubleKm,
      );
    if (heavier) isDouble[row] = 1;
  }
}

function raiseSeat(
  table: GazetteerTable,
  unit: number,
  towns: readonly number[],
  importance: Float32Array,
): void {
  const { importance: seatWeight, reachKm } = table.types[unit] === 'A1' ? seats.A1 : seats.A2;
  const near = towns
    .map((row) => ({ row, km: distanceKm(point(table, row), point(table, unit)) }))
    .filter(({ km }) => km < reachKm)
    .sort((a, b) => (importance[b.row] ?? 0) - (importance[a.row] ?? 0) || a.km - b.km);
  const seat = near[0]?.row;
  if (seat !== undefined) importance[seat] = Math.max(importance[seat] ?? 0, seatWeight);
}

function point(table: GazetteerTable, row: number) {
  return { lat: table.lats[row] ?? 0, lon: table.lons[row] ?? 0 };
}
