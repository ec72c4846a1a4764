import { t } from '@lingui/core/macro';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>>;

/** A sentence for every edit of events. */
export const eventSentences: Readonly<Record<string, (detail: Detail) => string>> = {
  'event.create': ({ title = '' }) => t`Made the event “${title}”`,
  'event.edit': ({ title = '' }) => t`Changed the event “${title}”`,
  'event.delete': ({ title = '' }) => t`Deleted the event “${title}”`,
  'event.merge': ({ title = '' }) => t`Merged another event into “${title}”`,
  'event.apart': ({ title = '' }) => t`Kept the event “${title}” apart from another`,
};
