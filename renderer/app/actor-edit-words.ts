import { t } from '@lingui/core/macro';

type Detail = Readonly<Record<'name' | 'quote' | 'into' | 'to', string | number>>;

/** A sentence for every edit of actors and their relations. */
export const actorSentences: Readonly<Record<string, (detail: Detail) => string>> = {
  'actor.create': ({ name }) => t`Made the actor ${name}`,
  'actor.edit': ({ name }) => t`Edited the actor ${name}`,
  'actor.name': ({ name, quote }) => t`Gave ${name} the name “${quote}”`,
  'actor.unname': ({ name, quote }) => t`Took the name “${quote}” from ${name}`,
  'actor.merge': ({ name, into }) => t`Merged the actor ${name} into ${into}`,
  'actor.split': ({ name }) => t`Let the actor ${name} stand for itself again`,
  'actor.reset': ({ name }) => t`Took back what was said of the actor ${name}`,
  'actor.delete': ({ name }) => t`Deleted the actor ${name}`,
  'relation.add': ({ name, to }) => t`Noted how ${name} stands to ${to}`,
  'relation.edit': ({ name, to }) => t`Edited how ${name} stands to ${to}`,
  'relation.passage': ({ name, to }) => t`Noted a passage on how ${name} stands to ${to}`,
  'relation.unpassage': ({ name, to }) => t`Took a passage from how ${name} stands to ${to}`,
  'relation.delete': ({ name, to }) => t`Took away how ${name} stands to ${to}`,
};
