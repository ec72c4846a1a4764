import type { Email } from 'postal-mime';
import type { Step } from '#core/article.ts';
import { collectBlocks } from '#core/import/collect-blocks.ts';
import type { Extraction, Extractor } from '#core/import/formats/extraction.ts';
import { refuse } from '#core/import/refusal.ts';
import { scanHtml } from '#core/import/scan-html.ts';
import { type Attached, attachedFiles } from './attachments.ts';
import { quotedIn, withoutForwarded } from './html-quotes.ts';
import { headerOf, mailFacts } from './mail-facts.ts';
import { type Message, readMessage } from './read-message.ts';

/** A mail: its text, with what its headers say. Attachments are named; they are articles of their own. */
export const extractMail: Extractor = async (given, tools) => {
  const message = await readMessage(given, tools);
  if (message === null) return refuse(given.name, 'damaged', { part: 'mail' });
  return extractionOf(message, attachedFiles(message.email.attachments)) ?? refuse(given.name, 'encrypted');
};

/** What is read of a message; `null` when its text is locked. */
export function extractionOf(message: Message, attached: readonly Attached[]): Extraction | null {
  const { email, encoding, ground, unquoted } = message;
  if (isLocked(email)) return null;
  const { content, from } = contentOf(email);
  const text = typeof content === 'string' ? content : content.map((block) => block.text).join('\n');
  const steps: Step[] = [
    { name: 'decode', detail: `${encoding}, ${ground}` },
    { name: 'read-mail', detail: from },
    ...(unquoted === 0 ? [] : [{ name: 'unquote-from', detail: String(unquoted) }]),
    ...headerSteps(email),
    ...attachmentSteps(attached),
  ];
  const hasText = /[\p{L}\p{N}]/u.test(text);
  return {
    mediaType: 'message/rfc822',
    content,
    facts: mailFacts(email),
    steps,
    encoding,
    unreadable: (text.match(/\ufffd/g) ?? []).length,
    ...(hasText ? {} : { missing: { reason: 'no-text', detail: { attachments: attached.length } } }),
  };
}

/** A text of fewer characters than this share of the page's is a hint to look at the page. */
const wholeShare = 0.4;

/** The text a mail was written in: its plain one, or the page when that says more. */
function contentOf({
  text = '',
  html = '',
  subject = '',
}: Email): Pick<Extraction, 'content'> & { from: 'text' | 'html' } {
  if (html === '') return { content: text, from: 'text' };
  const collector = collectBlocks(quotedIn);
  scanHtml(html, collector);
  const blocks = withoutForwarded(collector.finish(), subject);
  const inPage = blocks.reduce((sum, block) => sum + letters(block.text), 0);
  return letters(text) >= inPage * wholeShare && letters(text) > 0
    ? { content: text, from: 'text' }
    : { content: blocks, from: 'html' };
}

function letters(text: string): number {
  return text.replace(/https?:\S+|[^\p{L}\p{N}]+/gu, '').length;
}

function isLocked(email: Email): boolean {
  const type = headerOf(email, 'content-type') ?? '';
  if (/^multipart\/encrypted|^application\/(?:x-)?pkcs7-mime/i.test(type) && !/signed-data/i.test(type))
    return !/[\p{L}\p{N}]/u.test(email.text ?? email.html ?? '');
  return /^\s*-----BEGIN PGP MESSAGE-----/.test(email.text ?? '');
}

/** Whom it was sent to is said nowhere else. */
function headerSteps(email: Email): Step[] {
  const said = ['to', 'cc', 'reply-to'].flatMap((key) => {
    const value = headerOf(email, key);
    return value === null ? [] : [`${key}: ${value}`];
  });
  return said.length === 0 ? [] : [{ name: 'mail-headers', detail: said.join('; ').slice(0, 1000) }];
}

function attachmentSteps(attached: readonly Attached[]): Step[] {
  const named = (isReadable: boolean) =>
    attached
      .filter((one) => one.isReadable === isReadable)
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 1000);
  const steps = [
    { name: 'attachments', detail: named(true) },
    { name: 'attachments-unread', detail: named(false) },
  ];
  return steps.filter(({ detail }) => detail !== '');
}
