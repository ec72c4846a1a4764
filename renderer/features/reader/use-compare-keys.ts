import { useEffect, useRef } from 'react';
import type { Comparison } from '#core/compare/compare-texts.ts';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import { pressedCommand } from '#state/keys.ts';
import { compareDesk, leaveCompare, swapSides } from './compare-desk.ts';
import { hasOwnKeys, isTyping } from './keys.ts';

type KeyParts = {
  readonly comparison: Comparison;
  readonly current: number | null;
  readonly goTo: (number: number) => void;
  readonly onAcross: () => void;
  readonly onCarry: () => void;
};

/** The keys while two articles stand side by side; Escape goes back to one. */
export function useCompareKeys(parts: KeyParts): void {
  const current = useRef(parts);
  current.current = parts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector<HTMLElement>('[data-compare]')?.offsetParent === null) return;
      if (hasOwnKeys(event.target)) return;
      if (handleKey(event, current.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The pair `step` further on, going round; of those that differ in words when `onlyNear`. -1: there is none. */
export function nextPair(
  { pairs }: Comparison,
  current: number | null,
  { step, onlyNear }: { readonly step: 1 | -1; readonly onlyNear: boolean },
): number {
  const wanted = [...pairs.keys()].filter((number) => !onlyNear || pairs[number]?.kind === 'near');
  if (wanted.length === 0) return -1;
  if (current === null) return (step === 1 ? wanted[0] : wanted.at(-1)) ?? -1;
  const next = step === 1 ? wanted.find((one) => one > current) : wanted.findLast((one) => one < current);
  return next ?? (step === 1 ? wanted[0] : wanted.at(-1)) ?? -1;
}

function handleKey(event: KeyboardEvent, parts: KeyParts): boolean {
  if (event.key === 'Escape' && !event.ctrlKey && !event.altKey && !event.metaKey) {
    leaveCompare();
    return true;
  }
  const id = pressedCommand(event, 'compare');
  return id !== null && run(id, parts);
}

function run(id: KeyCommandId, { comparison, current, goTo, onAcross, onCarry }: KeyParts): boolean {
  switch (id) {
    case 'compare.next':
      goTo(nextPair(comparison, current, { step: 1, onlyNear: false }));
      return true;
    case 'compare.previous':
      goTo(nextPair(comparison, current, { step: -1, onlyNear: false }));
      return true;
    case 'compare.next-difference':
      goTo(nextPair(comparison, current, { step: 1, onlyNear: true }));
      return true;
    case 'compare.previous-difference':
      goTo(nextPair(comparison, current, { step: -1, onlyNear: true }));
      return true;
    case 'compare.across':
      onAcross();
      return true;
    case 'compare.scroll':
      compareDesk.setState(({ scrollsTogether }) => ({ scrollsTogether: !scrollsTogether }));
      return true;
    case 'compare.swap':
      swapSides();
      return true;
    case 'compare.carry':
      onCarry();
      return true;
    default:
      return false;
  }
}
