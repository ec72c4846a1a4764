import { t } from '@lingui/core/macro';
import type { TableName } from '#core/history/change.ts';

/** What a field of a record is called; one that has no word here is called as it is stored. */
export function fieldWord(table: TableName, path: readonly string[]): string {
  const whole = path.join('.');
  const words = fieldWords();
  return words[`${table}.${whole}`] ?? words[whole] ?? words[path[0] ?? ''] ?? path.join(' › ');
}

/** What a stored value is called. */
export function valueWord(value: string): string {
  if (value === 'true') return t`yes`;
  return value === 'false' ? t`no` : value;
}

function fieldWords(): Readonly<Record<string, string>> {
  return {
    'tags.parentId': t`Under`,
    'tags.guide.include': t`When to give it`,
    'tags.guide.exclude': t`When not to give it`,
    'tags.guide.example': t`Example`,
    'content.text': t`Text`,
    'content.caption': t`Caption`,
    'content.tagId': t`Tag`,
    'grade.reliability': t`Reliability of the source`,
    'grade.credibility': t`Credibility of the information`,
    'anchor.start': t`Beginning in the text`,
    'anchor.end': t`End in the text`,
    'anchor.exact': t`Passage`,
    'anchor.prefix': t`Words before it`,
    'anchor.suffix': t`Words after it`,
    'place.name': t`Place`,
    name: t`Name`,
    title: t`Title`,
    text: t`Text`,
    note: t`Note`,
    tagIds: t`Tags`,
    marks: t`Marks`,
    description: t`Description`,
    color: t`Colour`,
    order: t`Order`,
    isArchived: t`Archived`,
    status: t`Status`,
    flagged: t`Flag`,
    publisher: t`Publisher`,
    carrier: t`Carrier`,
    byline: t`Byline`,
    publishedAt: t`Publication date`,
    language: t`Language`,
    address: t`Address`,
    inferredDate: t`Suggested date`,
    translation: t`Translation`,
    languages: t`Passages in other languages`,
    damage: t`Suspected damage`,
    sameText: t`Same text as`,
    container: t`File it lay in`,
    collectedBy: t`Collected by`,
    collectedAt: t`Collected on`,
    receivedFrom: t`Received from`,
    medium: t`Medium`,
    noise: t`Boilerplate`,
    spared: t`Not boilerplate`,
    author: t`Author`,
    cutOff: t`Information cut-off`,
    tlp: t`Traffic light`,
    ...actorFieldWords(),
    aliases: t`Other spellings`,
    country: t`Country`,
    lat: t`Latitude`,
    lon: t`Longitude`,
    precision: t`Precision`,
    query: t`Query`,
    expands: t`Other spellings of names`,
    withoutAliases: t`Names without other spellings`,
    narrowing: t`Narrowed to`,
    subject: t`About`,
    links: t`Links`,
    analystId: t`Analyst`,
    spans: t`Paragraphs read`,
    'dating.from': t`First day`,
    'dating.until': t`Last day`,
    'dating.precision': t`Time precision`,
    'dating.basis': t`How the date is known`,
    'dating.printed': t`Date as printed`,
    places: t`Places`,
    actors: t`Actors`,
    subType: t`Type (ACLED)`,
    deaths: t`Deaths`,
    passages: t`Passages`,
    notSameAs: t`Not the same as`,
    waypoints: t`Waypoints`,
    uncertaintyKm: t`Uncertainty in km`,
    actorIds: t`Actors`,
    rings: t`Outline`,
    circle: t`Circle`,
    'areas.kind': t`What it says`,
  };
}

function actorFieldWords(): Readonly<Record<string, string>> {
  return {
    'actors.aliases': t`Names that were added`,
    'actors.kind': t`Kind`,
    'relations.kind': t`How they stand to each other`,
    'relations.from': t`Who`,
    'relations.to': t`To whom`,
    without: t`Names that were taken away`,
    mergedInto: t`Merged into`,
    since: t`Since`,
    until: t`Until`,
  };
}
