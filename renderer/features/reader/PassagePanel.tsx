import type { HighlightId } from '#core/ids.ts';
import { NoisePanel } from './NoisePanel.tsx';
import { RecodePanel } from './RecodePanel.tsx';
import { type SelectionAction, SelectionPanel } from './SelectionPanel.tsx';
import { StackList } from './StackList.tsx';
import type { Marking } from './use-marking.ts';

type PassagePanelProps = {
  readonly marking: Marking;
  readonly actions: readonly SelectionAction[];
  readonly onReturn: (offset: number | null) => void;
  /** Show one highlight alone in the text; `null`: all again. */
  readonly onIsolate: (id: HighlightId | null) => void;
};

/** What stands in the small window at a passage. */
export function PassagePanel({ marking, actions, onReturn, onIsolate }: PassagePanelProps) {
  const { panel, highlights, show } = marking;
  const close = (offset: number) => {
    show(null);
    onReturn(offset);
  };
  if (panel?.kind === 'stack')
    return (
      <StackList
        stack={panel.ids.flatMap((id) => highlights.find((one) => one.id === id) ?? [])}
        byId={marking.byId}
        chosenId={marking.chosen?.id ?? null}
        onLook={onIsolate}
        onChoose={(highlight) => {
          marking.chooseAloud(highlight);
          close(panel.span.end);
        }}
        onClose={() => close(panel.span.end)}
      />
    );
  if (panel?.kind === 'noise' && marking.selected !== null) {
    const { span } = marking.selected;
    return <NoisePanel marking={marking} span={span} onClose={() => close(span.end)} />;
  }
  const recoded = panel?.kind === 'recode' ? highlights.find(({ id }) => id === panel.id) : undefined;
  if (recoded !== undefined)
    return <RecodePanel marking={marking} highlight={recoded} onClose={() => close(recoded.anchor.end)} />;
  return <SelectionPanel marking={marking} actions={actions} onReturn={onReturn} />;
}
