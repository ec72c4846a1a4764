import { useLingui } from '@lingui/react/macro';
import { CalendarPlus, Link as LinkIcon, type LucideIcon } from 'lucide-react';
import { maxEventPassages, maxLinkedLength } from '#core/events/event.ts';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { showInspector } from '#state/workspace.ts';
import { addPassage, beginEventFrom, type PassageOutcome } from './event-deeds.ts';
import { useEventDesk } from './event-desk.ts';

/** Something to do with a selected passage. */
type PassageAction = {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: (articleId: ArticleId, span: TextSpan) => void;
};

/** What a selected passage can do for events: begin one, or be added to the one that is open. */
export function useEventActions(): PassageAction[] {
  const { t } = useLingui();
  const session = useSession();
  const openId = useEventDesk((desk) => desk.openId);
  const tell = (outcome: PassageOutcome) => {
    if (outcome === 'ok') showInspector('events');
    if (outcome === 'too-long')
      notify({
        kind: 'danger',
        text: t`A passage of an event may hold ${maxLinkedLength} characters. Select fewer words.`,
      });
    if (outcome === 'too-many')
      notify({ kind: 'danger', text: t`An event may rest on ${maxEventPassages} passages, no more.` });
  };
  const begin: PassageAction = {
    id: 'event',
    label: t`Event`,
    icon: CalendarPlus,
    run: (articleId, span) => void beginEventFrom(session, articleId, span).then(tell),
  };
  if (openId === null) return [begin];
  return [
    begin,
    {
      id: 'event-passage',
      label: t`Add to the open event`,
      icon: LinkIcon,
      run: (articleId, span) => void addPassage(session, openId, { articleId, span }).then(tell),
    },
  ];
}
