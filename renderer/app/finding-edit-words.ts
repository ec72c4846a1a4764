import { plural, t } from '@lingui/core/macro';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>>;

/** A sentence for every decision on actors, dates and figures in texts. */
export const findingSentences: Readonly<Record<string, (detail: Detail) => string>> = {
  'finding.accept': ({ quote = '', name = '', count = 1 }) =>
    Number(count) > 1
      ? t`Accepted ${plural(Number(count), { one: '# passage', other: '# passages' })} as ${name}`
      : t`Accepted “${quote}” as ${name}`,
  'finding.teach': ({ quote = '', name = '', count = 1 }) =>
    Number(count) > 1
      ? t`Accepted ${plural(Number(count), { one: '# passage', other: '# passages' })} with “${quote}” as ${name}, who goes by that name now`
      : t`Accepted “${quote}” as ${name}, who goes by that name now`,
  'finding.create-actor': ({ quote = '', name = '', count = 1 }) =>
    Number(count) > 1
      ? t`Made the actor ${name} and accepted ${plural(Number(count), { one: '# passage', other: '# passages' })} with “${quote}” as it`
      : t`Made the actor ${name} and accepted “${quote}” as it`,
  'finding.reject': ({ quote = '', name = '', count = 1 }) =>
    Number(count) > 1
      ? t`Rejected ${plural(Number(count), { one: '# passage', other: '# passages' })} as ${name}`
      : t`Rejected “${quote}” as ${name}`,
  'finding.reject-everywhere': ({ quote = '', name = '' }) =>
    t`Rejected “${quote}” as ${name} in all articles`,
  'finding.forget': ({ name = '' }) => t`Took back what was decided on ${name} in the text`,
  'finding.reanchor': ({ quote = '' }) => t`Gave what was decided on “${quote}” its new place in the text`,
};
