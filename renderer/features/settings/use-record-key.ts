import { useEffect, useRef, useState } from 'react';
import { strokesOf } from '#core/keys/strokes.ts';

/** Listening for the next key. */
export type KeyRecording = {
  readonly isOn: boolean;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Hear the next key that is pressed, before anybody else does; Escape and Tab end it without one. */
export function useRecordKey(onStroke: (stroke: string) => void): KeyRecording {
  const [isOn, setOn] = useState(false);
  const current = useRef(onStroke);
  current.current = onStroke;
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const [stroke] = strokesOf(event);
      if (event.key === 'Tab') {
        setOn(false);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (stroke === undefined || event.repeat) return;
      setOn(false);
      if (event.key !== 'Escape') current.current(stroke);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isOn]);
  return { isOn, start: () => setOn(true), stop: () => setOn(false) };
}
