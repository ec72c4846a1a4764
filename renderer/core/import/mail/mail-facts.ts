import { type Address, decodeWords, type Email } from 'postal-mime';
import type { StatedDate } from '#core/article.ts';
import type { PageFacts } from '#core/import/page-facts.ts';
import { parseMarkupDate } from '#core/import/stated-date.ts';
import { titleText } from '#core/import/title-text.ts';

/** What the headers of a mail say of it: the list it came over is its carrier. */
export function mailFacts(email: Email): PageFacts {
  return {
    ground: 'mail',
    title: titleText(email.subject ?? '') || null,
    heading: null,
    published: null,
    byline: nameOf(email.from ?? email.sender),
    siteName: null,
    language: headerOf(email, 'content-language'),
    carrier: listOf(email),
    address: /<(https?:[^>\s]+)>/i.exec(headerOf(email, 'archived-at') ?? '')?.[1] ?? null,
    date: readMailDate(headerOf(email, 'date') ?? ''),
  };
}

/** The value of the first header of a name, lower case, with its words decoded; `null` when there is none. */
export function headerOf({ headers }: Email, key: string): string | null {
  const value = headers.find((header) => header.key === key)?.value.trim() ?? '';
  return value === '' ? null : decodeWords(value);
}

function nameOf(address: Address | undefined): string | null {
  const name = address?.name.trim() ?? '';
  return titleText(name === '' ? (address?.address ?? '') : name) || null;
}

/** `Name of the list <list.example.org>`: its name, or what identifies it (RFC 2919). */
function listOf(email: Email): string | null {
  const said =
    headerOf(email, 'list-id') ?? headerOf(email, 'mailing-list') ?? headerOf(email, 'x-mailing-list');
  if (said === null) return null;
  const name = said.replace(/<[^>]*>?/, '').replace(/^["\s]+|["\s]+$/g, '');
  const id = /<([^>]+)>/.exec(said)?.[1] ?? '';
  return titleText(/\p{L}/u.test(name) ? name : id) || null;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const mailDate =
  /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2}|\d{4})(?:\s+(\d{1,2}):(\d{2})(?::\d{2})?)?(?:\s|$)/iu;

/** The `Date` of a mail (RFC 5322) as it is printed, in the sender's time; `null` when it is no date. */
export function readMailDate(header: string): StatedDate | null {
  const printed = header.trim().slice(0, 100);
  const [, day = '', name = '', year = '', hour, minute] = mailDate.exec(printed) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const clock = hour === undefined ? '' : `T${hour.padStart(2, '0')}:${minute}`;
  const date = parseMarkupDate(`${wholeYear(year)}-${two(month)}-${two(Number(day))}${clock}`);
  return date === null ? null : { ...date, printed };
}

/** Two digits as the standard tells to read them (RFC 5322, 4.3). */
function wholeYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
