import { t } from '@lingui/core/macro';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>>;

/** A sentence for every edit of tracks and areas. */
export const trackSentences: Readonly<Record<string, (detail: Detail) => string>> = {
  'track.create': ({ name = '' }) => t`Made the track “${name}”`,
  'track.edit': ({ name = '' }) => t`Changed the track “${name}”`,
  'track.waypoint': ({ name = '' }) => t`Added a waypoint to the track “${name}”`,
  'track.waypoint-edit': ({ name = '' }) => t`Changed a waypoint of the track “${name}”`,
  'track.waypoint-remove': ({ name = '' }) => t`Took a waypoint out of the track “${name}”`,
  'track.follow-place': ({ name = '' }) => t`Took the new point of a place into the track “${name}”`,
  'track.reshape': ({ name = '' }) => t`Moved the way of the track “${name}”`,
  'track.link': ({ name = '' }) => t`Linked a passage to the track “${name}”`,
  'track.unlink': ({ name = '' }) => t`Took a passage out of the track “${name}”`,
  'track.delete': ({ name = '' }) => t`Deleted the track “${name}”`,
  'area.create': ({ name = '' }) => t`Made the area “${name}”`,
  'area.edit': ({ name = '' }) => t`Changed the area “${name}”`,
  'area.corner': ({ name = '' }) => t`Changed a corner of the area “${name}”`,
  'area.hole': ({ name = '' }) => t`Cut a hole into the area “${name}”`,
  'area.circle': ({ name = '' }) => t`Changed the circle of the area “${name}”`,
  'area.reshape': ({ name = '' }) => t`Changed the outline of the area “${name}”`,
  'area.move': ({ name = '' }) => t`Moved the area “${name}”`,
  'area.link': ({ name = '' }) => t`Linked a passage to the area “${name}”`,
  'area.unlink': ({ name = '' }) => t`Took a passage out of the area “${name}”`,
  'area.delete': ({ name = '' }) => t`Deleted the area “${name}”`,
};
