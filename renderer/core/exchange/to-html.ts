import type {
  Citation,
  ComposedBlock,
  ComposedBrief,
  Endnote,
  Fact,
  Run,
} from '#core/brief/composed-brief.ts';
import { briefStyle } from './brief-style.ts';
import { figureToSvg } from './figure-to-svg.ts';
import { type Markup, markup, nothing } from './markup.ts';

/** What the page allows itself, wherever it is opened: its own style and pictures within it, and nothing else. */
export const exportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * Write a brief as one HTML page that needs nothing else, runs nothing and asks no network for anything. Citations
 * lead to their notes and back.
 */
export function toHtml(brief: ComposedBrief): string {
  const page = markup`<!doctype html>
<html lang="${brief.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${exportPolicy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="author" content="${brief.author}">
<title>${brief.title} · ${brief.tlp.label}</title>
<style>${{ markup: briefStyle }}</style>
</head>
<body>
<header>
${marking(brief)}
<h1 dir="auto">${brief.title}</h1>
${factList(brief.facts)}
</header>
<main>
${writeBlocks(brief.blocks)}
</main>
${brief.notes.length === 0 ? nothing : notes(brief)}
<footer>
${marking(brief)}
</footer>
</body>
</html>
`;
  return page.markup;
}

function marking({ tlp }: ComposedBrief): Markup {
  const color = tlp.label.replace('TLP:', '').replace('+STRICT', '').toLowerCase();
  return markup`<div class="marking"><strong class="tlp tlp-${color}">${tlp.label}</strong><span>${tlp.meaning}</span></div>`;
}

function factList(facts: readonly Fact[]): Markup {
  if (facts.length === 0) return nothing;
  return markup`<dl class="facts">${facts.map(
    ({ label, value }) => markup`<dt>${label}</dt><dd>${factValue(value)}</dd>`,
  )}</dl>`;
}

/** Values may be names of files or people in any script, so each is kept from bending the words around it. */
function factValue(value: string): Markup {
  return /^[0-9a-f]{64}$/.test(value)
    ? markup`<span class="hash">${value}</span>`
    : markup`<bdi>${value}</bdi>`;
}

function writeBlocks(blocks: readonly ComposedBlock[]): Markup[] {
  return blocks.map((block) => markup`${writeBlock(block)}\n`);
}

function writeBlock(block: ComposedBlock): Markup {
  switch (block.kind) {
    case 'heading':
      return markup`<h2 dir="auto">${writeRuns(block.runs)}</h2>`;
    case 'paragraph':
      return writeLines(block);
    case 'quote':
      return markup`<blockquote><p dir="auto"${missing(block.missing)}>${block.passage}</p><p class="source">${cite(block.citation)} <bdi>${block.source}</bdi></p></blockquote>`;
    case 'map':
      return writeMap(block);
    case 'table':
      return markup`<figure><figcaption><strong>${block.label}.</strong> ${block.caption}</figcaption>${writeTable(block)}</figure>`;
  }
}

/** Lines in a row that are items become one list. */
function writeLines({ lines }: Extract<ComposedBlock, { kind: 'paragraph' }>): Markup {
  const written: Markup[] = [];
  let items: Markup[] = [];
  const close = () => {
    if (items.length > 0) written.push(markup`<ul>${items}</ul>`);
    items = [];
  };
  for (const { bullet, runs } of lines) {
    if (bullet) {
      items.push(markup`<li dir="auto">${writeRuns(runs)}</li>`);
      continue;
    }
    close();
    written.push(markup`<p dir="auto">${writeRuns(runs)}</p>`);
  }
  close();
  return markup`${written}`;
}

function writeRuns(runs: readonly Run[]): Markup[] {
  return runs.map((run) => (run.kind === 'text' ? markup`${run.text}` : cite(run)));
}

function cite({ number, occurrence }: Citation): Markup {
  return markup`<a class="cite" id="cite-${number}-${occurrence}" href="#note-${number}">[${number}]</a>`;
}

function missing(isMissing: boolean): Markup {
  return isMissing ? markup` class="missing"` : nothing;
}

function writeMap(block: Extract<ComposedBlock, { kind: 'map' }>): Markup {
  const list = markup`<table><thead><tr>${heads(block.columns)}</tr></thead><tbody>${block.places.map(
    ({ name, precision, position, passages }) =>
      markup`<tr><td><bdi>${name}</bdi></td><td>${precision}</td><td>${position}</td><td>${passages}</td></tr>`,
  )}</tbody></table>`;
  return markup`<figure class="map">${block.figure === null ? nothing : figureToSvg(block.figure)}<figcaption><strong>${block.label}.</strong> ${block.caption} ${block.scope}</figcaption>${block.places.length === 0 ? nothing : list}</figure>`;
}

function writeTable(block: Extract<ComposedBlock, { kind: 'table' }>): Markup {
  if (block.rows.length === 0) return markup`<p>${block.empty}</p>`;
  return markup`<table><thead><tr>${heads(block.columns)}</tr></thead><tbody>${block.rows.map(
    (row) =>
      markup`<tr><td>${cite(row.citation)}</td>${row.cells.map((cell) => markup`<td dir="auto">${cell}</td>`)}</tr>`,
  )}</tbody></table>`;
}

function heads(columns: readonly string[]): Markup[] {
  return columns.map((column) => markup`<th scope="col">${column}</th>`);
}

function notes(brief: ComposedBrief): Markup {
  return markup`<section class="notes"><h2>${brief.notesTitle}</h2><ol>
${brief.notes.map((note) => markup`${writeNote(note, brief.backLabel)}\n`)}</ol></section>`;
}

function writeNote(note: Endnote, backLabel: string): Markup {
  const backs = Array.from(
    { length: note.occurrences },
    (_, index) =>
      markup` <a class="cite back" href="#cite-${note.number}-${index + 1}" aria-label="${backLabel}">↩</a>`,
  );
  const title = note.title === '' ? nothing : markup`<p class="title" dir="auto">${note.title}</p>`;
  const passage = note.missing
    ? markup`<p class="passage missing">${note.passage}${backs}</p>`
    : markup`<p class="passage" dir="auto">“${note.passage}”${backs}</p>`;
  return markup`<li id="note-${note.number}"><span class="number">[${note.number}]</span>${title}${passage}${factList(note.facts)}</li>`;
}
