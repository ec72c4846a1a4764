/** The look of an exported brief: A4 on paper, a readable column on a screen. Holds nothing from outside. */
export const briefStyle = `
@page { size: A4; margin: 22mm 20mm 22mm 20mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #1b1c1a; font: 11pt/1.5 Charter, "Bitstream Charter", "Iowan Old Style", "Noto Serif", "DejaVu Serif", Georgia, serif; }
body { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.8em; line-height: 1.2; margin: 0.6em 0 0.3em; }
h2 { font-size: 1.25em; line-height: 1.3; margin: 1.6em 0 0.4em; break-after: avoid; }
p { margin: 0 0 0.7em; }
ul { margin: 0 0 0.7em; padding-left: 1.3em; }
li { margin: 0 0 0.3em; }
.tlp { display: inline-block; background: #000; font: 700 12pt/1 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; padding: 0.35em 0.6em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.tlp-red { color: #ff2b2b; } .tlp-amber { color: #ffc000; } .tlp-green { color: #33ff00; } .tlp-clear { color: #fff; }
.marking { text-align: right; }
.marking span { display: block; font: 9pt/1.4 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #555; margin-top: 0.3em; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 1em; margin: 0 0 1.2em; font: 9.5pt/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
dt { color: #5c5d56; } dd { margin: 0; white-space: pre-line; }
blockquote { margin: 1em 0; padding: 0.1em 0 0.1em 1em; border-left: 3px solid #0c6170; break-inside: avoid-page; }
blockquote p { white-space: pre-line; margin: 0 0 0.3em; }
.source { font: 9.5pt/1.45 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #55564e; }
.missing { color: #a3211f; font-style: italic; }
.cite { color: #0c6170; text-decoration: none; font-size: 0.85em; white-space: nowrap; }
.cite:hover, .cite:focus { text-decoration: underline; }
.cite:target, li:target { background: #fff2b8; }
figure { margin: 1.2em 0; }
figure.map svg { display: block; width: 100%; height: auto; break-inside: avoid; }
figcaption { font: 9.5pt/1.45 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #33342f; margin: 0.4em 0; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font: 9pt/1.4 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
th, td { border-bottom: 1px solid #cfcabd; padding: 0.3em 0.5em 0.3em 0; text-align: left; vertical-align: top; }
th { border-bottom-color: #6d6a5d; }
td { white-space: pre-line; }
tr { break-inside: avoid-page; }
thead { display: table-header-group; }
.notes { border-top: 1px solid #6d6a5d; margin-top: 2.5em; }
.notes ol { list-style: none; margin: 0; padding: 0; font-size: 9.5pt; line-height: 1.45; }
.notes li { margin: 0 0 1.1em; padding-left: 2.6em; position: relative; break-inside: avoid-page; }
.notes .number { position: absolute; left: 0; font-weight: 700; }
.notes .title { font-weight: 700; margin: 0; }
.notes .passage { white-space: pre-line; margin: 0.1em 0 0.3em; }
.notes .facts { font-size: 8pt; margin: 0; gap: 0 0.8em; }
.hash { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 0.95em; }
th { white-space: nowrap; }
td { overflow-wrap: break-word; }
@media print {
  body { max-width: none; padding: 0; }
  .back { display: none; }
  a { color: inherit; }
}
`;
