import { useLingui } from '@lingui/react/macro';
import type { BlockContent, Brief } from '#core/brief/brief.ts';
import type { BriefHead } from '#core/brief/edit-brief.ts';
import type { BriefId } from '#core/ids.ts';
import { type Session, useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { listBriefs } from '#storage/briefs.ts';
import { copyBrief, dropBrief, startBrief } from './brief-deeds.ts';
import { useBriefWords } from './use-brief-words.ts';

/** Start, copy and delete briefs; a new one is opened. */
export function useManageBriefs(onMade: (id: BriefId) => void) {
  const { t } = useLingui();
  const session = useSession();
  const words = useBriefWords();
  const offerUndo = useOfferUndo();
  const skeleton: BlockContent[] = [
    { kind: 'heading', text: t`Key judgements` },
    { kind: 'paragraph', text: '' },
    { kind: 'heading', text: t`What happened` },
    { kind: 'paragraph', text: '' },
    { kind: 'heading', text: t`Who claims what` },
    { kind: 'paragraph', text: '' },
    { kind: 'heading', text: t`Confidence and gaps` },
    { kind: 'paragraph', text: '' },
  ];
  const open = (briefId: BriefId | null) => {
    if (briefId === null) return;
    look.setState({ briefId });
    onMade(briefId);
  };

  const start = async (kind: 'skeleton' | 'empty') => {
    const head = await newBriefHead(session);
    open(await startBrief(session, head, kind === 'skeleton' ? skeleton : []));
  };
  const copy = async (brief: Brief) => {
    const name = brief.title === '' ? words.untitled : brief.title;
    open(await copyBrief(session, brief.id, t`${name} (copy)`));
  };
  const remove = async (brief: Brief) => {
    const name = brief.title === '' ? words.untitled : brief.title;
    if (await dropBrief(session, brief.id)) await offerUndo(t`Brief “${name}” deleted`);
  };
  return {
    onStart: (kind: 'skeleton' | 'empty') => void start(kind),
    onCopy: (brief: Brief) => void copy(brief),
    onDelete: (brief: Brief) => void remove(brief),
  };
}

/**
 * The head of a new brief: the author of the last one, now as its cut-off (to be corrected), and the stricter of the
 * usual labels, since widening who may see it should be a decision.
 */
export async function newBriefHead(session: Session): Promise<BriefHead> {
  const [last] = await listBriefs(session.db);
  return { title: '', author: last?.author ?? '', cutOff: localMinute(new Date()), tlp: 'TLP:AMBER+STRICT' };
}

function localMinute(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
