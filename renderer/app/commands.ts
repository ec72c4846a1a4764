import { listKeyCommands, type WorkbenchCommandId } from '#core/keys/key-commands.ts';
import { useKeys } from '#state/keys.ts';
import { useCommandWords } from '#ui/use-command-words.ts';

/** Something the analyst can do from anywhere: by menu, palette or key. */
export type Command = {
  /** Also the name the native menu sends. */
  readonly id: WorkbenchCommandId;
  readonly group: string;
  readonly label: string;
  /** The keys by which it is run now. */
  readonly keys: readonly string[];
  readonly run: () => void;
  readonly isDisabled: boolean;
};

/** What each command does; App binds them to the session and the features. */
export type Deeds = Record<WorkbenchCommandId, () => void>;

/** The commands of the workbench, in the order the palette lists them. */
export function useCommands(
  deeds: Deeds,
  can: { readonly undo: boolean; readonly redo: boolean },
): Command[] {
  const words = useCommandWords();
  const keysOf = useKeys();
  const disabled: Partial<Record<WorkbenchCommandId, boolean>> = {
    'edit.undo': !can.undo,
    'edit.redo': !can.redo,
  };
  return listKeyCommands().flatMap(({ id, group }) =>
    isDeed(id, deeds)
      ? [
          {
            id,
            group: words.group(group),
            label: words.name(id),
            keys: keysOf(id),
            run: deeds[id],
            isDisabled: disabled[id] ?? false,
          },
        ]
      : [],
  );
}

function isDeed(id: string, deeds: Deeds): id is WorkbenchCommandId {
  return id in deeds;
}
