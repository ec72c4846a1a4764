import { useEffect, useRef, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import { type GroupId, newId } from '#core/ids.ts';
import { desktop } from '#state/desktop.ts';
import { useSession } from '#state/session.ts';
import { writeNote } from './highlight-deeds.ts';

/** What stands in the box of a note, and what happens to it. */
export type NoteDraft = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  /** Keep what is typed, now. */
  readonly keep: () => void;
};

const idleMs = 600;

/**
 * The note of a highlight as it is typed: kept when the typing rests, when the box is left, when it goes away and
 * when the window closes. What is typed between entering and leaving the box is undone together.
 */
export function useNoteDraft(highlight: Highlight): NoteDraft {
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const draft = useRef({
    typed: null as string | null,
    sent: null as string | null,
    group: null as GroupId | null,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = useRef({ session, highlight });
  current.current = { session, highlight };

  const keep = useRef(() => {
    clearTimeout(timer.current);
    const { typed: text, sent } = draft.current;
    if (text === null || text === sent) return;
    draft.current.sent = text;
    draft.current.group ??= newId<'group'>();
    const { session: to, highlight: of } = current.current;
    writeNote(to, of, text, draft.current.group).then(
      (isKept) => {
        // Not kept: it stays in the box as the one copy there is, to be tried again at the next key or on leaving.
        if (!isKept && draft.current.sent === text) draft.current.sent = null;
      },
      () => undefined,
    );
  }).current;

  useEffect(() => {
    const stop = desktop().on('closing', keep);
    return () => {
      stop();
      keep();
    };
  }, [keep]);

  // Once the record says what was typed, the box follows the record again: an undo is seen at once.
  useEffect(() => {
    if (draft.current.typed === null || highlight.note !== draft.current.typed.toWellFormed()) return;
    draft.current.typed = null;
    draft.current.sent = null;
    setTyped(null);
  }, [highlight.note]);

  return {
    value: typed ?? highlight.note,
    onChange: (value) => {
      draft.current.typed = value;
      setTyped(value);
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, idleMs);
    },
    onBlur: () => {
      keep();
      draft.current.group = null;
    },
    keep,
  };
}
