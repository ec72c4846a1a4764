import {
  type KeyCommand,
  type KeyCommandId,
  type KeyScope,
  keyCommand,
  listKeyCommands,
} from './key-commands.ts';
import { isSingleKey, isStroke, splitStroke } from './strokes.ts';

/** What the analyst changed of one command: other keys (kept while it is switched off), or none at all. */
export type KeyChoice = { readonly keys?: readonly string[]; readonly isOff?: true };

/** The changed commands by their name; all others have their usual keys. */
export type KeyChoices = Readonly<Record<string, KeyChoice>>;

/** How the keys are now. */
export type KeyRules = {
  readonly choices: KeyChoices;
  /** Whether keys that write a character are commands at all. */
  readonly singleKeys: boolean;
};

/** The keys of a command as chosen, whether or not they are switched off. */
export function chosenKeys(id: KeyCommandId, choices: KeyChoices): readonly string[] {
  return choices[id]?.keys ?? keyCommand(id).keys;
}

/** The keys by which a command is run now. */
export function workingKeys(id: KeyCommandId, { choices, singleKeys }: KeyRules): readonly string[] {
  if (choices[id]?.isOff === true) return [];
  const keys = chosenKeys(id, choices);
  return singleKeys ? keys : keys.filter((stroke) => !isSingleKey(stroke));
}

/** The command that a pressed key, by any of its names, stands for where the keys of `scope` are heard. */
export function commandFor(
  strokes: readonly string[],
  scope: KeyScope,
  rules: KeyRules,
): KeyCommandId | null {
  const heard = listKeyCommands().filter((command) => command.scope === scope || command.also === scope);
  for (const stroke of strokes) {
    const found = heard.find(({ id }) => workingKeys(id, rules).includes(stroke));
    if (found !== undefined) return found.id;
  }
  for (const stroke of strokes) {
    const found = heard.find(
      (command) => command.selects && workingKeys(command.id, rules).map(withShift).includes(stroke),
    );
    if (found !== undefined) return found.id;
  }
  return null;
}

/** Why a key can't be given to a command. */
export type KeyRefusal =
  /** It closes layers, goes from box to box, copies or pastes. */
  | 'reserved'
  /** Buttons and lists need it, and the command is heard there too. */
  | 'needed-in-lists'
  /** Letters find a tag in the tree. */
  | 'finds-tags';

/** Whether `stroke` can be the key of a command at all. */
export function refuseKey(id: KeyCommandId, stroke: string): KeyRefusal | null {
  const { modifiers, key } = splitStroke(stroke);
  const isBare = !modifiers.includes('Ctrl') && !modifiers.includes('Alt');
  const { scope } = keyCommand(id);
  if (reserved.has(stroke) || key === 'Escape' || key === 'Tab') return 'reserved';
  if (isBare && listKeys.has(key) && (scope === 'workbench' || scope === 'reader')) return 'needed-in-lists';
  if (isBare && isSingleKey(stroke) && scope === 'codebook') return 'finds-tags';
  return null;
}

/** The other commands that would hear one of `keys` too if `id` had them. Those that are switched off don't count. */
export function conflictsOf(id: KeyCommandId, keys: readonly string[], choices: KeyChoices): KeyCommandId[] {
  const own = keyCommand(id);
  const wanted = new Set(taken(own, keys));
  return listKeyCommands()
    .filter((other) => other.id !== id && meet(own, other))
    .filter((other) =>
      taken(other, workingKeys(other.id, { choices, singleKeys: true })).some((stroke) => wanted.has(stroke)),
    )
    .map((other) => other.id);
}

/** The choices with these keys for a command, switched on, and for no other that would hear them too. */
export function giveKeys(id: KeyCommandId, keys: readonly string[], choices: KeyChoices): KeyChoices {
  const robbed = conflictsOf(id, keys, choices).map((other): [string, KeyChoice] => {
    const clashes = (stroke: string) =>
      conflictsOf(id, keys, { ...choices, [other]: { keys: [stroke] } }).includes(other);
    return [other, { keys: chosenKeys(other, choices).filter((stroke) => !clashes(stroke)) }];
  });
  return tidyChoices({ ...choices, ...Object.fromEntries(robbed), [id]: { keys } });
}

/** The choices with a command switched off; its keys are kept for later. */
export function switchOff(id: KeyCommandId, choices: KeyChoices): KeyChoices {
  const { keys } = choices[id] ?? {};
  return { ...choices, [id]: { ...(keys && { keys }), isOff: true } };
}

/** What was stored, with everything that makes no sense left out. Commands of another version stay. */
export function readKeyChoices(stored: unknown): KeyChoices {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, choice]: [string, unknown]) => {
      if (typeof choice !== 'object' || choice === null) return [];
      const { keys, isOff } = choice as { keys?: unknown; isOff?: unknown };
      const sound: KeyChoice = {
        ...(Array.isArray(keys) && { keys: keys.filter(isStroke) }),
        ...(isOff === true && { isOff }),
      };
      return Object.keys(sound).length === 0 ? [] : [[id, sound]];
    }),
  );
}

const reserved = new Set(['Ctrl+C', 'Ctrl+X', 'Ctrl+V', 'Alt+F4', 'F10', 'F11']);
const listKeys = new Set([
  'Enter',
  'Space',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Delete',
  'Backspace',
]);

/** Whether two commands can be heard at the same place. */
function meet(a: KeyCommand, b: KeyCommand): boolean {
  const scopes = (command: KeyCommand) => (command.also ? [command.scope, command.also] : [command.scope]);
  return scopes(a).some((one) => scopes(b).some((other) => scopesMeet(one, other)));
}

function scopesMeet(a: KeyScope, b: KeyScope): boolean {
  if (a === b || a === 'workbench' || b === 'workbench') return true;
  return [a, b].every((scope) => scope === 'reader' || scope === 'text');
}

/** The keys a command answers to: with Shift too where that selects. */
function taken({ selects }: KeyCommand, keys: readonly string[]): string[] {
  return selects ? [...keys, ...keys.map(withShift)] : [...keys];
}

function withShift(stroke: string): string {
  const { modifiers, key } = splitStroke(stroke);
  if (modifiers.includes('Shift')) return stroke;
  const shown = /^\p{L}$/u.test(key) ? key.toUpperCase() : key;
  return [...modifiers, 'Shift', shown].join('+');
}

/** Without what says nothing else than the usual. */
function tidyChoices(choices: KeyChoices): KeyChoices {
  const isUsual = (id: string, { keys, isOff }: KeyChoice) => {
    const usual = listKeyCommands().find((command) => command.id === id)?.keys;
    return isOff !== true && (keys === undefined || keys.join(' ') === usual?.join(' '));
  };
  return Object.fromEntries(Object.entries(choices).filter(([id, choice]) => !isUsual(id, choice)));
}
