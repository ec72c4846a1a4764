import type { Field } from '#core/article.ts';
import type { Line } from './lines.ts';
import { groundOf, type PageFacts } from './page-facts.ts';
import type { Layout } from './read-layout.ts';
import { webAddress } from './web-address.ts';

const labelled =
  /^(?:(?:source|url|link|lien|adresse|address|web|original(?: article)?|article original|permalink|retrieved from|consulté sur|المصدر|الرابط)\s*[:：]\s*)?<?(https?:\/\/[^\s<>"]+?)[>.,;)]*$/iu;

/** Where the article was taken from: as its markup says, or as a line above or under the text prints it alone. */
export function findAddress(layout: Layout, facts: PageFacts | null): Field<string> | null {
  const said = webAddress(facts?.address);
  if (facts && said !== null)
    return { value: said, basis: 'stated', evidence: null, reason: groundOf(facts, 'address') };
  const { header, footer } = layout;
  return [...header, ...footer].map(printed).find((field) => field !== null) ?? null;
}

function printed(line: Line): Field<string> | null {
  const found = line.text.length > 2_100 ? null : labelled.exec(line.text)?.[1];
  const value = webAddress(found);
  if (found === undefined || found === null || value === null) return null;
  const start = line.start + line.text.indexOf(found);
  const evidence = { start, end: start + found.length };
  return { value, basis: 'stated', evidence, reason: 'address-line' };
}
