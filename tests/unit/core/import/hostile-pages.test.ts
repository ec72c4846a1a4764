import { afterEach, describe, expect, it, vi } from 'vitest';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from './node-tools.ts';

const sentence = 'The army left the town at dawn, residents said, and nobody in the market was hurt. ';
const body = `<p>${sentence.repeat(4)}</p><p>${sentence.repeat(3)}</p>`;

async function read(html: string) {
  const outcome = await importFile({ name: 'page.html', bytes: new TextEncoder().encode(html) }, nodeTools);
  if (outcome.kind === 'refused') return { ...outcome, text: '', article: null };
  return { ...outcome, text: new TextDecoder().decode(outcome.text) };
}

/** Ways in which a page reaches for the network or runs something, each with an address to be recognised by. */
const traps: Record<string, string> = {
  script: '<script src="https://evil.example/a.js"></script><script>fetch("https://evil.example/b")</script>',
  module: '<script type="module">import "https://evil.example/c.js"</script>',
  handler:
    '<img src=x onerror="fetch(\'https://evil.example/d\')"><body onload="location=\'https://evil.example/e\'">',
  link: '<a href="javascript:fetch(\'https://evil.example/f\')">read on</a>',
  image: '<img src="https://evil.example/g.png" srcset="https://evil.example/h.png 2x">',
  style:
    '<style>@import url(https://evil.example/i.css); p { background: url(https://evil.example/j) }</style>',
  sheet:
    '<link rel="stylesheet" href="https://evil.example/k.css"><link rel="preload" href="https://evil.example/l">',
  frame:
    '<iframe src="https://evil.example/m" srcdoc="<p>evil.example</p>"></iframe><object data="https://evil.example/n"></object><embed src="https://evil.example/o">',
  refresh: '<meta http-equiv="refresh" content="0; url=https://evil.example/p">',
  base: '<base href="https://evil.example/q/"><p><a href="r">on</a></p>',
  form: '<form action="https://evil.example/s"><input value="https://evil.example/t" autofocus></form>',
  svg: '<svg><image href="https://evil.example/u"/><script>fetch("https://evil.example/v")</script></svg>',
  media:
    '<video src="https://evil.example/w" poster="https://evil.example/x"></video><audio src="https://evil.example/y">',
  template: '<template><img src="https://evil.example/z"></template>',
  noscript: '<noscript><img src="https://evil.example/1"></noscript>',
  entities: '<p title="&#60;script&#62;fetch(&#39;https://evil.example/2&#39;)">a</p>',
};

afterEach(() => vi.unstubAllGlobals());

describe('a page that means harm', () => {
  it.each(Object.entries(traps))(
    'is read as text, and nothing is asked of the network: %s',
    async (_, trap) => {
      const asked = vi.fn(() => {
        throw new Error('the network was asked');
      });
      for (const name of [
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'Image',
        'Worker',
        'importScripts',
      ])
        vi.stubGlobal(name, asked);
      for (const html of [
        `<html><head></head><body><article>${body}${trap}</article></body></html>`,
        `<html><head>${trap}</head><body>${body}</body></html>`,
      ]) {
        const { text, article } = await read(html);
        expect(text).toContain(sentence.trim());
        expect(text).not.toMatch(/evil|fetch|<|onerror/);
        expect(JSON.stringify(article)).not.toContain('evil');
      }
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it('states no address that is not one of the web', async () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,<b>',
      'file:///etc/passwd',
      '//evil.example',
    ])
      expect(
        (await read(`<link rel="canonical" href="${address}">${body}`)).article?.address,
      ).toBeUndefined();
  });

  it.each([
    [
      'a table of 100,000 rows',
      `<table>${`<tr><td>${sentence}</td><td>1</td></tr>`.repeat(100_000)}</table>`,
      100_000,
    ],
    ['elements 1,000 deep', `${'<div>'.repeat(1_000)}${body}${'</div>'.repeat(1_000)}`, 2],
    [
      'tables 1,000 deep',
      `${'<table><tr><td>'.repeat(1_000)}${body}${'</td></tr></table>'.repeat(1_000)}`,
      2,
    ],
  ])('is read whole: %s', async (_, html, lines) => {
    const { text } = await read(`<html><body>${html}</body></html>`);
    expect(text.split('\n').filter((line) => line.includes('The army left the town'))).toHaveLength(lines);
  });

  it('is read whole up to 25 MB, and refused above', async () => {
    const paragraph = `<p>${sentence.repeat(8)}</p>\n`;
    const count = Math.floor((25 * 1024 * 1024 - 100) / paragraph.length);
    const page = `<html><body>${paragraph.repeat(count)}</body></html>`;
    const { text } = await read(page);
    expect(text.split('\n')).toHaveLength(count);
    expect(await read(page + paragraph.repeat(3))).toMatchObject({ kind: 'refused', reason: 'too-large' });
  }, 120_000);
});
