/** Where one of several things at a point is drawn, in pixels from the point, east and south. */
export type Leg = { readonly x: number; readonly y: number };

/** More than these are not spread out: they are read in a list. */
export const mostLegs = 40;

const onCircle = 9;

/**
 * Spread things at one point so that each can be seen: few on a circle from the north on, more on a spiral on which
 * neighbours keep the same distance. `room` is the width of one with its margin.
 */
export function spreadLegs(count: number, room: number): Leg[] {
  return count <= onCircle ? circle(count, room) : spiral(count, room);
}

function circle(count: number, room: number): Leg[] {
  const radius = Math.max(room * 1.6, (room * count) / (2 * Math.PI));
  return Array.from({ length: count }, (_, at) => legAt((2 * Math.PI * at) / count, radius));
}

/** Each turn lies `room` outside the one before. */
function spiral(count: number, room: number): Leg[] {
  const legs: Leg[] = [];
  let angle = 0;
  for (let at = 0; at < count; at++) {
    const radius = room * (1.6 + (1.15 * angle) / (2 * Math.PI));
    legs.push(legAt(angle, radius));
    angle += (room * 1.1) / radius;
  }
  return legs;
}

function legAt(angle: number, radius: number): Leg {
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}
