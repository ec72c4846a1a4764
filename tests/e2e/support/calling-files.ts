import { docx, odt, paragraph, run } from '#tests/fixtures/import/make-documents.ts';
import { makePages, printLines } from '#tests/fixtures/import/make-pdf.ts';

/** A page that would call `there` in a dozen ways, were any of it shown or run. */
export function callingPage(number: number, there: string): string {
  return `<!doctype html><html><head><title>Page ${number}: the market is open</title>
<link rel="stylesheet" href="${there}/a.css"><link rel="preload" as="image" href="${there}/p.png"><link rel="dns-prefetch" href="${there}">
<style>@import url("${there}/b.css"); body { background: url(${there}/c.png) }</style>
<script src="${there}/d.js"></script><script>fetch("${there}/e"); document.write("harm")</script>
<meta http-equiv="refresh" content="0;url=${there}/f"><base href="${there}/"></head>
<body onload="fetch('${there}/g')"><img src="${there}/h.png" onerror="alert(1)"><iframe src="${there}/i"></iframe>
<article><h1>Page ${number}: the market is open</h1>
<p>The market of town number ${number} is open again, said a trader who came with ${number + 2} bags of millet.</p>
<p><a href="javascript:fetch('${there}/j')">Read also</a> and more from the people who live near the road to Gao.</p></article>
<video src="${there}/k.mp4" poster="${there}/l.png" autoplay></video><object data="${there}/m"></object></body></html>`;
}

/** Documents and mails that would call `there`, each in the ways of its format, by name. */
export function callingDocuments(there: string): Record<string, Uint8Array> {
  const sentence = (of: string) =>
    `The ${of} of the district was read by the mayor of the town on the road to Gao.`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${there}/image.png" TargetMode="External"/><Relationship Id="r8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${there}/template.dotm" TargetMode="External"/></Relationships>`;
  const picture = `<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></w:drawing></w:r>${run('A picture.')}</w:p>`;
  const entity = `<!DOCTYPE x SYSTEM "${there}/outer.dtd" [<!ENTITY e SYSTEM "${there}/entity"><!ENTITY % p SYSTEM "${there}/parameter"> %p;]>`;
  const texts = {
    'mail.eml': `From: a@example.org\nSubject: News of a mail\nDate: Tue, 2 Apr 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nDisposition-Notification-To: ${there}/read\n\n${callingPage(901, there)}`,
    'page.xhtml': `<?xml version="1.0"?><?xml-stylesheet href="${there}/sheet.xsl"?>${entity}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>News of entities</title></head><body><p>&e; ${sentence('entity')}</p></body></html>`,
    'letter.rtf': `{\\rtf1\\ansi {\\field{\\*\\fldinst INCLUDEPICTURE "${there}/rtf.png" \\\\d}{\\fldrslt }}{\\*\\template ${there}/rtf.dotm} ${sentence('letter')}\\par}`,
  };
  return {
    'open.pdf': callingPdf(there, sentence('paper')),
    'linked.docx': docx(paragraph(sentence('document')) + picture, {
      'word/_rels/document.xml.rels': relations,
    }),
    'entity.docx': docx(paragraph(`&e; ${sentence('entity of a document')}`), {}, entity),
    'linked.odt': odt(
      `<text:p>${sentence('open document')}<draw:frame><draw:image xlink:href="${there}/odt.png" xlink:actuate="onLoad"/></draw:frame></text:p>`,
    ),
    ...Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    ),
  };
}

/** Opens an address, runs a script, sends a form, has a picture, a form and metadata that lie elsewhere. */
function callingPdf(there: string, text: string): Uint8Array {
  const form = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform><draw><value><image href="${there}/xfa.png"/></value></draw></subform></template></xdp:xdp>`;
  const metadata = `<?xpacket begin=""?><!DOCTYPE x SYSTEM "${there}/xmp.dtd"><x:xmpmeta xmlns:x="adobe:ns:meta/"/>`;
  return makePages([`${printLines(text)} q 9 0 0 9 72 72 cm /X Do Q`], {
    catalogue: `/OpenAction << /S /URI /URI (${there}/open) /Next << /S /JavaScript /JS (this.submitForm\\('${there}/js'\\)) >> >> /AA << /WC << /S /Launch /F (${there}/launch) >> >> /AcroForm << /Fields [] /XFA 5 0 R >> /Metadata 6 0 R /URI << /Base (${there}/) >>`,
    more: [
      {
        dictionary: `/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /F << /FS /URL /F (${there}/image) >> /FFilter /DCTDecode`,
        stream: '',
      },
      { dictionary: '', stream: form },
      { dictionary: '/Type /Metadata /Subtype /XML', stream: metadata },
    ],
  });
}
