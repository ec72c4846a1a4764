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

/** The other commands that would hear `stroke` too if `id` had it. Those that are switched off don't count. */
export function conflictsOf(id: KeyCommandId, stroke: string, choices: KeyChoices): KeyCommandId[] {
  const own = keyCommand(id);
  const wanted = own.selects ? [stroke, withShift(stroke)] : [stroke];
  return listKeyCommands()
    .filter((other) => other.id !== id && meet(own, other))
    .filter((other) => {
      const keys = workingKeys(other.id, { choices, singleKeys: true });
      const taken = other.selects ? [...keys, ...keys.map(withShift)] : keys;
      return taken.some((each) => wanted.includes(each));
    })
    .map((other) => other.id);
}

/** The choices with these keys for a command, and for no other that would hear them too. */
export function giveKey(id: KeyCommandId, stroke: string, choices: KeyChoices): KeyChoices {
  const taken = conflictsOf(id, stroke, choices).map((other): [string, KeyChoice] => {
    const clashes = (key: string) =>
      conflictsOf(id, stroke, { ...choices, [other]: { keys: [key] } }).includes(other);
    return [other, { keys: chosenKeys(other, choices).filter((key) => !clashes(key)) }];
  });
  return tidyChoices({ ...choices, ...Object.fromEntries(taken), [id]: { keys: [stroke] } });
}

/** The choices with a command switched on or off; its keys are kept. */
export function switchKey(id: KeyCommandId, isOn: boolean, choices: KeyChoices): KeyChoices {
  const { keys } = choices[id] ?? {};
  const choice: KeyChoice = { ...(keys && { keys }), ...(!isOn && { isOff: true }) };
  return tidyChoices({ ...choices, [id]: choice });
}

/** The choices with the usual keys for a command; another that has got one of them meanwhile gives it back. */
export function restoreKey(id: KeyCommandId, choices: KeyChoices): KeyChoices {
  const rest = Object.fromEntries(Object.entries(choices).filter(([name]) => name !== id));
  return keyCommand(id).keys.reduce<KeyChoices>((left, stroke) => {
    const given = giveKey(id, stroke, left);
    return Object.fromEntries(Object.entries(given).filter(([name]) => name !== id));
  }, rest);
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
