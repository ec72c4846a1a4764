/** Pixels; top is smaller than bottom. */
export type LabelBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Where labels may stand: within `frame`, not over what is `taken`. */
export type LabelRoom = { readonly frame: LabelBox; readonly taken: readonly LabelBox[] };

type Size = { readonly width: number; readonly height: number };

/** Sides of a symbol in the order in which cartographers prefer them; half steps are corners. */
const sides = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -0.7],
  [1, 0.7],
  [-1, -0.7],
  [-1, 0.7],
] as const;
/** How far a name of an area may leave its middle, in its own heights. */
const shifts = [0, -1, 1, -2, 2, -3, 3];
const gap = 2;

/** A place for a label right beside a symbol; `null` when there is no room. */
export function placeAround(
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  { width, height }: Size,
  room: LabelRoom,
): LabelBox | null {
  const own = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  const others = room.taken.filter((box) => !isInside(box, own));
  return (
    sides
      .map(([right, down]) => {
        const centreX = x + right * (radius + gap + width / 2);
        const centreY = y + (right === 0 ? down * (radius + gap + height / 2) : down * (radius + height / 2));
        return boxAround(centreX, centreY, { width, height });
      })
      .find((box) => isFree(box, { frame: room.frame, taken: others })) ?? null
  );
}

/** A place for the name of an area at its middle, or a little above or below; `null` when there is no room. */
export function placeCentred(
  { x, y }: { readonly x: number; readonly y: number },
  size: Size,
  room: LabelRoom,
): LabelBox | null {
  return (
    shifts.map((shift) => boxAround(x, y + shift * size.height, size)).find((box) => isFree(box, room)) ??
    null
  );
}

function boxAround(x: number, y: number, { width, height }: Size): LabelBox {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Whether a label may stand there. */
export function isFree(box: LabelBox, { frame, taken }: LabelRoom): boolean {
  return isInside(box, frame) && !taken.some((other) => touches(box, other));
}

function isInside(box: LabelBox, frame: LabelBox): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

function touches(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
