import { useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { announceOn, unlinkPassage } from '#core/events/edit-events.ts';
import { type Event, maxEventNote, maxEventTitle } from '#core/events/event.ts';
import { checkForm, type EventForm, type FormProblem, fromForm, goOnFrom } from '#core/events/event-form.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { EventOriginNote } from './EventOriginNote.tsx';
import { EventPassages } from './EventPassages.tsx';
import styles from './Events.module.css';
import { dropEvent, saveEvent } from './event-deeds.ts';
import { dropDraft, eventDesk, keepDraft, useEventDesk } from './event-desk.ts';
import { useHeads } from './use-events.ts';
import { WhatFields } from './WhatFields.tsx';
import { WhenFields } from './WhenFields.tsx';
import { WhereFields } from './WhereFields.tsx';
import { WhoFields } from './WhoFields.tsx';

type EventEditorProps = {
  /** What is typed, or what is kept. */
  readonly form: EventForm;
  /** As it is kept; `null`: it never was. */
  readonly stored: Event | null;
};

/** The form of an event. Nothing in it is kept before it is saved. */
export function EventEditor({ form, stored }: EventEditorProps) {
  const { t } = useLingui();
  const heads = useHeads();
  const [isTried, setIsTried] = useState(false);
  const found = checkForm(form);
  // What is missing is told when it is asked for; what is wrong, at once.
  const problems = isTried ? found : found.filter(({ field }) => field !== 'title');
  const change = (part: Partial<EventForm>) => keepDraft({ ...form, ...part });
  const changeEvent = (part: Partial<Event>) => change({ event: { ...form.event, ...part } });
  const { event } = form;
  const titleProblem = problems.find(({ field }) => field === 'title');
  const left = maxEventNote - event.note.length;
  return (
    <fieldset className={styles.form} aria-label={t`The event`}>
      {stored === null && (
        <p className={styles.banner}>
          {t`Not saved yet. What is filled in was suggested by the passage: check it, then save.`}
        </p>
      )}
      {event.origin !== undefined && <EventOriginNote origin={event.origin} />}
      <TextField
        label={t`Title`}
        value={event.title}
        maxLength={maxEventTitle}
        onChange={(title) => changeEvent({ title })}
        {...(titleProblem === undefined ? {} : { error: t`Give the event a title to save it.` })}
      />
      <WhenFields
        date={form.date}
        announcedOn={event.announcedOn ?? ''}
        problems={problems}
        onChange={(date) => change({ date })}
        onAnnounced={(day) => change({ event: announceOn(event, day) })}
      />
      <WhereFields places={event.places} onChange={(places) => changeEvent({ places })} />
      <WhoFields actors={event.actors} onChange={(actors) => changeEvent({ actors })} />
      <WhatFields
        form={form}
        problems={problems}
        onSubType={(subType) => changeEvent({ subType })}
        onDeaths={(deaths) => change({ deaths })}
      />
      <EventPassages
        passages={event.passages}
        dating={fromForm(form).dating}
        heads={heads}
        onUnlink={(passage) => change({ event: unlinkPassage(event, passage) })}
      />
      <TextField
        label={t`Note`}
        multiline
        value={event.note}
        maxLength={maxEventNote}
        onChange={(note) => changeEvent({ note })}
        {...(left < 500 ? { description: t`${left} characters left` } : {})}
      />
      <Foot form={form} stored={stored} problems={found} onTry={() => setIsTried(true)} />
    </fieldset>
  );
}

type FootProps = EventEditorProps & {
  readonly problems: readonly FormProblem[];
  readonly onTry: () => void;
};

function Foot({ form, stored, problems, onTry }: FootProps) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const { id } = form.event;
  const isChanged = useEventDesk((desk) => desk.drafts.has(id));
  const save = async () => {
    onTry();
    if (problems.length > 0) return;
    if (!(await saveEvent(session, form))) return;
    // What was typed while it was being saved stays.
    const draft = eventDesk.getState().drafts.get(id);
    if (draft === form) dropDraft(id, true);
    else if (draft !== undefined) keepDraft(goOnFrom(draft, form));
    notify({ kind: 'good', text: t`Saved the event “${form.event.title}”.` });
  };
  const remove = async (event: Event) => {
    if (!(await dropEvent(session, event))) return;
    dropDraft(id, false);
    await offerUndo(t`Deleted the event “${event.title}”.`);
  };
  const discard = () => {
    dropDraft(id, stored !== null);
    const before = form;
    notify({
      kind: 'good',
      text: t`Discarded what was not saved.`,
      action: {
        label: t`Bring it back`,
        run: () => {
          keepDraft(before);
          eventDesk.setState({ openId: id });
        },
      },
    });
  };
  return (
    <div className={styles.foot}>
      <Button variant="primary" isDisabled={!isChanged} onPress={() => void save()}>
        {t`Save the event`}
      </Button>
      {isChanged && <Button onPress={discard}>{stored === null ? t`Discard` : t`Discard changes`}</Button>}
      <span className={styles.gap} />
      {stored !== null && (
        <Button variant="quiet" size="small" onPress={() => void remove(stored)}>
          <Trash2 size={14} aria-hidden="true" />
          {t`Delete the event`}
        </Button>
      )}
    </div>
  );
}
