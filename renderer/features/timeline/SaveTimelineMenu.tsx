import { useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import type { TimelineWidget } from './create-timeline.ts';
import { useSaveTimeline } from './use-save-timeline.ts';
import type { Timeline } from './use-timeline.ts';
import type { TimelineWords } from './use-timeline-words.ts';

type SaveTimelineMenuProps = {
  readonly timeline: Timeline;
  readonly words: TimelineWords;
  readonly widget: () => TimelineWidget | null;
};

/** Asks as what the timeline is to be saved: as a picture of the days in the view, or all that is listed as a table. */
export function SaveTimelineMenu({ timeline, words, widget }: SaveTimelineMenuProps) {
  const { t } = useLingui();
  const save = useSaveTimeline(timeline, words);
  const picture = (kind: 'png' | 'svg') => () => {
    const drawn = widget();
    if (drawn !== null) void save.picture(drawn, kind);
  };
  return (
    <ActionMenu
      label={t`Save the timeline`}
      actions={[
        { id: 'png', label: t`Picture of what is in view (PNG)…`, onAction: picture('png') },
        { id: 'svg', label: t`Drawing of what is in view (SVG)…`, onAction: picture('svg') },
        { id: 'csv', label: t`Table of all that is listed (CSV)…`, onAction: () => void save.table() },
      ]}
    >
      <Download size={14} aria-hidden="true" />
      {t`Save…`}
    </ActionMenu>
  );
}
