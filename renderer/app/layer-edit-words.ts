import { t } from '@lingui/core/macro';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>>;

/** A sentence for every edit of the analyst's own map layers. */
export const layerSentences: Readonly<Record<string, (detail: Detail) => string>> = {
  'layer.add': ({ name = '' }) => t`Laid “${name}” on the map`,
  'layer.remove': ({ name = '' }) => t`Took “${name}” off the map`,
  'layer.rename': ({ name = '', to = '' }) => t`Renamed the map layer “${name}” to “${to}”`,
  'layer.credit': ({ name = '' }) => t`Changed the credits of the map layer “${name}”`,
  'layer.show': ({ name = '' }) => t`Showed the map layer “${name}”`,
  'layer.hide': ({ name = '' }) => t`Hid the map layer “${name}”`,
  'layer.opacity': ({ name = '' }) => t`Changed how strongly the map layer “${name}” is drawn`,
  'layer.move': ({ name = '' }) => t`Moved the map layer “${name}” among the others`,
};
