import { expect, it } from 'vitest';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

/** What of a mail that is a page is text, and what is marked as quoted. */
async function read(html: string, subject = 'Re: The convoy') {
  const head = `From: a@example.org\r\nSubject: ${subject}\r\nDate: Mon, 3 Jun 2024 10:00:00 +0000\r\n`;
  const mail = `${head}MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  const outcome = await importFile({ name: 'mail.eml', bytes: new TextEncoder().encode(mail) }, nodeTools);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  const text = new TextDecoder().decode(outcome.text);
  const spans = outcome.article.noise.filter(({ kind }) => kind === 'quoted');
  return { text, quoted: spans.map(({ start, end }) => text.slice(start, end)).join('\n') };
}

const answer = '<div>The convoy left Gossi at dawn and reached the river.</div>';
const gmail = (inside: string) =>
  `<div dir="ltr">${answer}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 3 Jun 2024, B. wrote:<br></div>${inside}</div>`;

it('marks what Gmail quotes, and leaves the answers between as text', async () => {
  const { text, quoted } = await read(
    gmail(
      '<blockquote class="gmail_quote" style="x"><div>Where is the <div>convoy</div> now?</div></blockquote><div>It crossed the river.</div><blockquote class="gmail_quote"><div>And the drivers?</div></blockquote><div>They went home.</div>',
    ),
  );
  expect(quoted.replace(/\s+/g, ' ')).toBe(
    'On Mon, 3 Jun 2024, B. wrote: Where is the convoy now? And the drivers?',
  );
  expect(text).toContain('It crossed the river.\n');
});

it('marks what Thunderbird and Apple Mail quote, within one another too', async () => {
  const { quoted } = await read(
    `${answer}<div class="moz-cite-prefix">Le 3 juin 2024, B. a écrit :</div><blockquote type="cite" cite="mid:1"><p>Où est le convoi ?</p><blockquote type="CITE"><p>Lequel ?</p></blockquote><p>Celui de Gossi.</p></blockquote><p>Bien à vous, et bonne route.</p>`,
  );
  expect(quoted.split(/\n+/)).toEqual([
    'Le 3 juin 2024, B. a écrit :',
    'Où est le convoi ?',
    'Lequel ?',
    'Celui de Gossi.',
  ]);
});

it.each([
  [
    'a quotation that is no mail',
    `${answer}<blockquote>We left at dawn, the driver said.</blockquote>`,
    'Re: x',
  ],
  ['a mail that was forwarded', gmail('<blockquote type="cite">Where is it?</blockquote>'), 'Fwd: x'],
  [
    'a mail that was forwarded under another subject',
    `${answer}<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: B.</div><blockquote type="cite">Where is it?</blockquote></div>`,
    'The convoy',
  ],
  [
    'a mail that says hardly more',
    `<p>Yes.</p><blockquote type="cite">Where is it now?</blockquote>`,
    'Re: x',
  ],
])('leaves as text %s', async (_, html, subject) => {
  expect((await read(html, subject)).quoted).toBe('');
});
