/** Which part of a paragraph is in view: shares of its height, 0 its upper edge, 1 its lower. */
export type ViewedPart = { readonly from: number; readonly to: number };

/** Follows what stands in view of a text, look by look. */
export type ViewWatch = {
  /**
   * Tell what is in view now, by the offsets of the paragraphs; nothing while nobody looks. Answers the paragraphs of
   * which, with this look, every part has stood in view from one look to the next; each once.
   */
  look(view: ReadonlyMap<number, ViewedPart>): number[];
};

/** Edges of lines are not pixels of text: this share of a paragraph may be missing at either end. */
const slack = 0.02;

/**
 * A watch over what is read. A part counts as read when it is in view at two looks that follow each other, so the time
 * between looks is how long it has to stand. A paragraph longer than the window is read once all its parts are.
 */
export function createViewWatch(): ViewWatch {
  let before: ReadonlyMap<number, ViewedPart> = new Map();
  const seen = new Map<number, ViewedPart[]>();
  const done = new Set<number>();
  return {
    look(view) {
      const read: number[] = [];
      for (const [start, part] of view) {
        const last = before.get(start);
        if (last === undefined || done.has(start)) continue;
        const from = Math.max(last.from, part.from);
        const to = Math.min(last.to, part.to);
        if (from >= to) continue;
        const parts = joinParts([...(seen.get(start) ?? []), { from, to }]);
        seen.set(start, parts);
        if (!parts.some((whole) => whole.from <= slack && whole.to >= 1 - slack)) continue;
        done.add(start);
        seen.delete(start);
        read.push(start);
      }
      before = view;
      return read;
    },
  };
}

function joinParts(parts: ViewedPart[]): ViewedPart[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of parts.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + slack) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
