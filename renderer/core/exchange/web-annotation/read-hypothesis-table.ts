import type { ProjectAnswer } from '#core/exchange/coding-project.ts';
import { hasColumn, type Table, tableRows } from '#core/exchange/table/table.ts';
import { readHypothesis } from './read-hypothesis.ts';

/** Whether a table is what Hypothesis exports as CSV. */
export function isHypothesisTable(table: Table): boolean {
  return ['url', 'quote/description', 'comment'].every((head) => hasColumn(table, head));
}

/** Read what Hypothesis exports as CSV: the words without their surroundings, and no ids. */
export function readHypothesisTable(table: Table): ProjectAnswer {
  const annotations = [...tableRows(table)].map((row) => {
    const quote = row('quote/description');
    const hasQuote = quote !== '' && !/note|reply/i.test(row('type'));
    const tags = row('tags')
      .split(',')
      .map((tag) => tag.trim());
    return {
      id: `hypothesis ${row('url')} ${row('created at')} ${row('author')} ${quote}`,
      created: row('created at'),
      ...(row('author') === '' ? {} : { user: row('author') }),
      uri: row('url'),
      document: { title: [row('page')] },
      text: row('comment'),
      tags: tags.filter((tag) => tag !== ''),
      target: [{ selector: hasQuote ? [{ type: 'TextQuoteSelector', exact: quote }] : [] }],
    };
  });
  return readHypothesis({ annotations }, annotations.length);
}
