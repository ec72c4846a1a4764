import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { KeyCommandId, KeyScope } from '#core/keys/key-commands.ts';
import { commandFor, type KeyRules, workingKeys } from '#core/keys/key-map.ts';
import { type Pressed, strokesOf } from '#core/keys/strokes.ts';
import { preferences } from './preferences.ts';

/** The command that a pressed key stands for now, where the keys of `scope` are heard. */
export function pressedCommand(pressed: Pressed, scope: KeyScope): KeyCommandId | null {
  return commandFor(strokesOf(pressed), scope, rulesNow());
}

/** Follow the keys: answers those by which a command is run now. */
export function useKeys(): (id: KeyCommandId) => readonly string[] {
  const choices = useStore(preferences, (state) => state.keys);
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  return useCallback((id) => workingKeys(id, { choices, singleKeys }), [choices, singleKeys]);
}

function rulesNow(): KeyRules {
  const { keys: choices, singleKeys } = preferences.getState();
  return { choices, singleKeys };
}
