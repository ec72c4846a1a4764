/** The look of a page of marked articles, in both themes and on paper. Holds nothing from outside. */
export const articlesStyle = `
:root { color-scheme: light dark; --ground: light-dark(#fbfaf7, #17191a); --panel: light-dark(#fff, #1f2224); --ink: light-dark(#1b1c1a, #e9e7e1); --faint: light-dark(#5c5d56, #a9a89f); --rule: light-dark(#d8d4c8, #3a3d3f); --link: light-dark(#0c6170, #6fc7d6);
  --yellow: light-dark(#b38600, #f0c419); --red: light-dark(#c9372c, #ff7b6e); --green: light-dark(#3f8f2c, #7ed36a); --blue: light-dark(#1f76c2, #62b2f5); --purple: light-dark(#7b52cc, #b59af0); --magenta: light-dark(#b93aa8, #ee86e2); --orange: light-dark(#c4620c, #f6a04d); --teal: light-dark(#0c8478, #4fd0c0); --brown: light-dark(#8a5a35, #cfa07a); --grey: light-dark(#6d6f72, #a9adb2); --plain: light-dark(#8b8878, #c9c4b0); }
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 1.05rem/1.55 Charter, "Bitstream Charter", "Iowan Old Style", "Noto Serif", "DejaVu Serif", Georgia, serif; scroll-padding-top: 1.5rem; }
body { max-width: 80rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 0.4em; }
h2 { font-size: 1.4em; line-height: 1.25; margin: 0 0 0.4em; }
h3 { font: 600 0.95em/1.4 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; margin: 1.6em 0 0.4em; color: var(--faint); }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.facts, .said, nav, .legend, .tags, .small { font: 0.85rem/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 1em; margin: 0 0 1.2em; }
dt { color: var(--faint); } dd { margin: 0; }
.hash { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 0.92em; }
article { border-top: 1px solid var(--rule); padding-top: 2rem; margin-top: 2.5rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(16rem, 24rem); gap: 2rem; align-items: start; }
.text p { margin: 0; white-space: pre-wrap; unicode-bidi: plaintext; min-height: 1.55em; }
mark { color: inherit; background: color-mix(in srgb, var(--plain) 20%, transparent); padding-bottom: 3px; -webkit-box-decoration-break: clone; box-decoration-break: clone; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
${['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'teal', 'brown', 'grey']
  .map(
    (color) =>
      `mark.${color} { background: color-mix(in srgb, var(--${color}) 20%, transparent); } .dot.${color} { background: var(--${color}); }`,
  )
  .join('\n')}
::target-text { background: var(--link); color: var(--ground); }
.dot { display: inline-block; width: 0.75em; height: 0.75em; border-radius: 0.2em; margin-inline-end: 0.4em; background: var(--plain); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.ref { text-decoration: none; font: 600 0.65em/1 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; vertical-align: super; padding-inline: 0.15em; unicode-bidi: isolate; }
.ref::after { content: attr(data-number); }
.said { list-style: none; margin: 0; padding: 0; }
.said li { background: var(--panel); border: 1px solid var(--rule); border-inline-start: 4px solid var(--edge, var(--plain)); border-radius: 0.4rem; padding: 0.6rem 0.8rem; margin: 0 0 0.7rem; break-inside: avoid; }
.said li:target, :target + mark { outline: 3px solid var(--link); }
.said blockquote { margin: 0.2em 0 0.4em; font-family: Charter, "Noto Serif", Georgia, serif; white-space: pre-wrap; }
.said .note { white-space: pre-wrap; margin: 0.3em 0; }
.said ul, .legend, .tags { list-style: none; padding: 0; margin: 0.2em 0; }
.chip { display: inline-block; margin-inline-end: 0.8em; }
.said .small { font-size: 0.92em; } .small { color: var(--faint); margin: 0.3em 0 0; }
.small a { margin-inline-end: 0.9em; }
.legend { columns: 18rem; } .legend li, .tags li { break-inside: avoid; margin: 0 0 0.25em; }
.tags .refs a { margin-inline-end: 0.5em; }
.memo { white-space: pre-wrap; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; } .columns { display: block; } .said { margin-top: 1rem; } nav, .small a { display: none; } }
`;
