import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { NoiseSpan } from '#core/article.ts';
import { collectBlocks } from '#core/import/collect-blocks.ts';
import { describeText } from '#core/import/describe-text.ts';
import { extractHtml } from '#core/import/extract-html.ts';
import { scanHtml } from '#core/import/scan-html.ts';
import { type Agreement, compareTexts, sentencesIn } from './agreement.ts';

/** What Mozilla expects of a page (test/test-pages of mozilla/readability). */
type Expected = { readonly title: string | null; readonly byline: string | null };

type Measured = {
  readonly name: string;
  readonly ours: Agreement;
  readonly bare: Agreement;
  readonly sameTitle: boolean;
  /** `null`: none is expected. */
  readonly sameByline: boolean | null;
  /** Sentences that are expected and that lie in what we take for boilerplate, with its kind. */
  readonly folded: readonly string[];
  readonly ms: number;
};

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error('Name the folder of test pages: npm run bench:pages -- <readability>/test/test-pages');
  process.exit(1);
}

const pages = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'expected.html')))
  .map((name) => measure(folder, name));
report(pages);

function measure(root: string, name: string): Measured {
  const read = (file: string) => readFileSync(join(root, name, file), 'utf8');
  const html = read('source.html');
  const expected: Expected = JSON.parse(read('expected-metadata.json'));
  const text = textOf(read('expected.html'));
  const start = performance.now();
  const { blocks, facts } = extractHtml(html);
  const ms = performance.now() - start;
  const { text: canonical, noise } = joinBlocks(blocks);
  const described = describeText(canonical, { fileName: name, facts, noise });
  return {
    name,
    ours: compareTexts(blocks.map((block) => block.text).join('\n'), text),
    bare: compareTexts(bareText(html), text),
    sameTitle: isSame(facts.title, expected.title),
    sameByline: expected.byline === null ? null : isNamedIn(facts.byline, expected.byline),
    folded: described.noise.flatMap(({ start, end, kind }) =>
      sentencesIn(canonical.slice(start, end), text).map((sentence) => `${kind}: ${sentence}`),
    ),
    ms,
  };
}

/** As import puts lines together. */
function joinBlocks(blocks: ReturnType<typeof extractHtml>['blocks']) {
  const noise: NoiseSpan[] = [];
  let text = '';
  for (const block of blocks) {
    if (text !== '') text += '\n';
    if (block.noise)
      noise.push({ start: text.length, end: text.length + block.text.length, kind: block.noise });
    text += block.text;
  }
  return { text, noise };
}

/** The same reading of markup for all three, so that only the choice of it is compared. */
function textOf(html: string): string {
  const collector = collectBlocks();
  scanHtml(html, collector);
  return collector
    .finish()
    .map(({ text }) => text)
    .join('\n');
}

function bareText(html: string): string {
  try {
    const { document } = parseHTML(html);
    return textOf(new Readability(document as unknown as Document).parse()?.content ?? '');
  } catch {
    return '';
  }
}

function isSame(found: string | null, expected: string | null): boolean {
  const plain = (text: string | null) =>
    (text ?? '')
      .replace(/[\s.…]+/gu, ' ')
      .trim()
      .slice(0, 120);
  return plain(found) === plain(expected);
}

/** What is expected of a byline is its whole line: dates and buttons too. */
function isNamedIn(found: string | null, expected: string): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
  return found !== null && plain(expected).includes(plain(found));
}

function report(measured: readonly Measured[]): void {
  const mean = (pick: (one: Measured) => number) =>
    measured.reduce((sum, one) => sum + pick(one), 0) / measured.length;
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const lostIn = (pick: (one: Measured) => Agreement) =>
    measured.filter((one) => pick(one).lost.length > 0).length;
  const withByline = measured.filter(({ sameByline }) => sameByline !== null);
  console.log(`| ${measured.length} pages | Liptako | Readability alone |\n|---|---:|---:|`);
  for (const measure of ['agreement', 'recall', 'precision'] as const)
    console.log(
      `| ${measure} | ${percent(mean(({ ours }) => ours[measure]))} | ${percent(mean(({ bare }) => bare[measure]))} |`,
    );
  console.log(
    `| pages with a sentence lost | ${lostIn(({ ours }) => ours)} | ${lostIn(({ bare }) => bare)} |`,
  );
  console.log(`| same title | ${measured.filter(({ sameTitle }) => sameTitle).length} | |`);
  console.log(
    `| same author, of ${withByline.length} that have one | ${withByline.filter(({ sameByline }) => sameByline).length} | |`,
  );
  console.log(
    `| sentences folded as boilerplate | ${measured.reduce((sum, { folded }) => sum + folded.length, 0)} | |`,
  );
  console.log(`| ms a page | ${mean(({ ms }) => ms).toFixed(1)} | |\n`);
  console.log('Pages that agree in less than 95 % or lose a sentence, with the first one lost:\n');
  const odd = measured.filter(({ ours }) => ours.agreement < 0.95 || ours.lost.length > 0);
  for (const { name, ours, bare } of odd)
    console.log(
      `- ${name}: recall ${percent(ours.recall)}, precision ${percent(ours.precision)} (alone ${percent(bare.recall)}, ${percent(bare.precision)})${ours.lost[0] === undefined ? '' : `; ${ours.lost.length} lost: “${ours.lost[0].slice(0, 90)}”`}`,
    );
  console.log('\nSentences folded as boilerplate:\n');
  for (const { name, folded } of measured)
    for (const sentence of folded) console.log(`- ${name}: ${sentence.slice(0, 160)}`);
}
