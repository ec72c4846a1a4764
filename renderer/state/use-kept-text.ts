import { type RefObject, useEffect, useRef, useState } from 'react';
import { fromDraft, toDraft } from '#core/brief/citations.ts';
import { type GroupId, type HighlightId, newId } from '#core/ids.ts';
import { desktop } from './desktop.ts';

/** What stands in a box, and what happens to it. */
export type KeptText = {
  readonly value: string;
  /** The last attempt to keep it failed: the box holds the only copy. */
  readonly isUnsaved: boolean;
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** Keep what is typed, now. */
  readonly keep: () => void;
  /** How a highlight is cited in this box: `[[3]]`. */
  readonly citationFor: (id: HighlightId) => string;
};

type Sources = {
  /** Tells this text from all others, so that one that could not be kept is found again when its box comes back. */
  readonly name: string;
  /** As it is stored. */
  readonly kept: string;
  /** Numbers of the brief's citations; none for boxes without prose. */
  readonly numbers: ReadonlyMap<HighlightId, number>;
  /** Answers whether it was kept. */
  readonly save: (text: string, group: GroupId) => Promise<boolean>;
};

const idleMs = 600;
/** Typing without a rest is kept this often: more than that is never lost. */
const longestMs = 1_000;
const noNumbers: ReadonlyMap<HighlightId, number> = new Map();

/** Texts that could not be kept, whether their box is still there or not. */
const stranded = new Map<string, string>();

/** Whether a box holds, or has left behind, the only copy of a text. */
export function hasUnsavedText(): boolean {
  return stranded.size > 0;
}

type Draft = {
  /** What is in the box; `null` while the box shows the record. */
  typed: string | null;
  /** What was last sent to be kept, as it is stored. */
  sent: string | null;
  /** Whether the record has been seen to say what was sent. */
  isEchoed: boolean;
  /** Numbers as they were when the typing began: they must not change under the caret. */
  numbers: Map<HighlightId, number>;
  isFocused: boolean;
  /** When the oldest key came that is not kept yet; `null`: all is. */
  waitsSince: number | null;
  group: GroupId | null;
};

/**
 * A text as it is typed: kept when the typing rests, at least every second while it does not, when the box is left, when it goes away and when the window
 * closes. What is typed between entering and leaving the box is undone together. A text that could not be kept stays
 * in the box and is tried again.
 */
export function useKeptText(sources: Sources): KeptText {
  const { name, kept, numbers } = sources;
  const [, redraw] = useState(0);
  const [isUnsaved, setUnsaved] = useState(() => stranded.has(name));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = useRef(sources);
  current.current = sources;
  const draft = useRef<Draft>(newDraft(stranded.get(name) ?? null, numbers));
  const keep = useKeep({ draft, current, timer, onOutcome: (isKept) => setUnsaved(!isKept) });

  useEffect(() => {
    const stop = desktop().on('closing', keep);
    return () => {
      stop();
      keep();
    };
  }, [keep]);

  const follow = () => {
    if (followRecord(draft.current, current.current.kept)) redraw((count) => count + 1);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is what has to be followed.
  useEffect(follow, [kept]);

  const { typed } = draft.current;
  return {
    value: typed ?? toDraft(kept, numbers),
    isUnsaved,
    onChange: (value) => {
      if (draft.current.typed === null) draft.current.numbers = new Map(current.current.numbers);
      draft.current.typed = value;
      redraw((count) => count + 1);
      clearTimeout(timer.current);
      draft.current.waitsSince ??= Date.now();
      const left = draft.current.waitsSince + longestMs - Date.now();
      timer.current = setTimeout(keep, Math.max(0, Math.min(idleMs, left)));
    },
    onFocus: () => {
      draft.current.isFocused = true;
    },
    onBlur: () => {
      draft.current.isFocused = false;
      keep();
      draft.current.group = null;
      follow();
    },
    keep,
    citationFor: (id) => {
      const known = draft.current.typed === null ? new Map(current.current.numbers) : draft.current.numbers;
      if (!known.has(id)) known.set(id, Math.max(0, ...known.values()) + 1);
      draft.current.numbers = known;
      // From here on the box is written in these numbers.
      draft.current.typed ??= toDraft(current.current.kept, known);
      return `[[${known.get(id)}]]`;
    },
  };
}

/** For boxes without citations. */
export const withoutCitations = noNumbers;

function newDraft(typed: string | null, numbers: ReadonlyMap<HighlightId, number>): Draft {
  return {
    typed: typed === null ? null : toDraft(typed, numbers),
    sent: null,
    isEchoed: false,
    numbers: new Map(numbers),
    isFocused: false,
    waitsSince: null,
    group: null,
  };
}

type KeepParts = {
  readonly draft: RefObject<Draft>;
  readonly current: RefObject<Sources>;
  readonly timer: RefObject<ReturnType<typeof setTimeout> | undefined>;
  readonly onOutcome: (isKept: boolean) => void;
};

/** A function, always the same one, that sends what is typed to be kept. */
function useKeep({ draft, current, timer, onOutcome }: KeepParts): () => void {
  return useRef(() => {
    clearTimeout(timer.current);
    draft.current.waitsSince = null;
    const { typed, numbers } = draft.current;
    if (typed === null) return;
    const { name, kept, save } = current.current;
    const text = fromDraft(typed, numbers).toWellFormed();
    if (text === draft.current.sent) return;
    if (draft.current.sent === null && text === kept) {
      // Typed back to what is stored: whatever could not be kept before is no longer wanted.
      stranded.delete(name);
      onOutcome(true);
      return;
    }
    draft.current.sent = text;
    draft.current.isEchoed = false;
    draft.current.group ??= newId<'group'>();
    const settle = (isKept: boolean) => {
      if (isKept) stranded.delete(name);
      else {
        stranded.set(name, text);
        // To be tried again at the next key, and on leaving the box.
        if (draft.current.sent === text) draft.current.sent = null;
      }
      onOutcome(isKept);
    };
    save(text, draft.current.group).then(settle, () => settle(false));
  }).current;
}

/**
 * Let the box show the record again once the record says what was typed and the caret is elsewhere; or once it says
 * something else after that, which is an undo. Answers whether the box has changed sides.
 */
function followRecord(draft: Draft, kept: string): boolean {
  const { typed, numbers } = draft;
  if (typed === null) return false;
  const text = fromDraft(typed, numbers).toWellFormed();
  if (kept === draft.sent) draft.isEchoed = true;
  const isDone = text === kept && !draft.isFocused;
  const isUndone = draft.isEchoed && text === draft.sent && kept !== text;
  if (!isDone && !isUndone) return false;
  draft.typed = null;
  draft.sent = null;
  draft.isEchoed = false;
  return true;
}
