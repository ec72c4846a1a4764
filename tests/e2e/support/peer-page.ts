import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { build } from 'vite';
import { newUserData, root } from './launch.ts';
import type { Stretch } from './long-article.ts';

/** The page in which the other ways of highlighting are measured: the same Chromium, the same text, the same look. */
export async function openPeerPage(): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    args: [resolve(root, 'tests/e2e/support/bare-window.cjs'), '--log-level=3'],
    env: {
      ...(process.env as Record<string, string>),
      BARE_USER_DATA: newUserData(),
      BARE_PAGE: `data:text/html,${encodeURIComponent(peerHtml)}`,
    },
  });
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(1_440, 900);
    window?.show();
  });
  await page.evaluate(await bundleRecogito());
  await page.evaluate(definePeers);
  return { app, page };
}

const peerHtml = `<!doctype html><style>
  html, body { height: 100%; margin: 0 }
  #view { height: 100%; overflow: auto }
  #text { max-width: 58ch; margin: auto; padding: 0 5rem; font: 17px/1.65 "Charter", "Georgia", "DejaVu Serif", serif }
  p { margin: .85em 0 0 }
  mark-span { background: #c9372c3d }
</style><div id="view"><div id="text"></div></div>`;

async function bundleRecogito(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@recogito/text-annotator');
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: { entry, name: 'recogito', formats: ['iife'] },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined || chunk.type !== 'chunk') throw new Error('recogito could not be bundled');
  return `${chunk.code.replace(/^(?:"use strict";)?\s*var recogito\s*=/, 'window.recogito =')};0`;
}

/** What the page can do, by the name of the way. */
export type PeerWay = 'spans' | 'recogito';

/** Show the text with all its highlights; answers how long until the picture was drawn. */
export function showAll(
  page: Page,
  way: PeerWay,
  text: string,
  stretches: readonly Stretch[],
): Promise<number> {
  return page.evaluate((all) => (window as unknown as Peers).peers.show(all), { way, text, stretches });
}

/** Add one highlight more; answers how long until the picture was drawn. */
export function addOne(page: Page, way: PeerWay, stretch: Stretch): Promise<number> {
  return page.evaluate((one) => (window as unknown as Peers).peers.add(one), { way, stretch });
}

type Peers = {
  readonly peers: {
    show(all: { way: PeerWay; text: string; stretches: readonly Stretch[] }): Promise<number>;
    add(one: { way: PeerWay; stretch: Stretch }): Promise<number>;
  };
};

/** Runs in the page. */
function definePeers(): void {
  type Stretch = { start: number; end: number };
  type Annotator = {
    setAnnotations(all: unknown[]): void;
    addAnnotation(one: unknown): void;
    destroy(): void;
  };
  type Library = {
    createTextAnnotator(element: HTMLElement, options: { renderer: string }): Annotator;
  };
  const holder = document.querySelector('#text') as HTMLElement;
  const view = document.querySelector('#view') as HTMLElement;
  let annotator: Annotator | null = null;
  let starts: number[] = [];
  let source = '';

  const drawn = (began: number) =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => resolve(performance.now() - began);
        after.port2.postMessage(null);
      });
    });

  const layOut = (text: string) => {
    source = text;
    starts = [];
    let at = 0;
    const paragraphs: HTMLElement[] = [];
    for (const line of text.split('\n')) {
      if (line.trim() !== '') {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        paragraphs.push(paragraph);
        starts.push(at);
      }
      at += line.length + 1;
    }
    holder.replaceChildren(...paragraphs);
  };

  /** The technique of Hypothesis' client: part the text nodes of the range and put each run of them into an element. */
  const wrap = ({ start, end }: Stretch) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    for (let index = Math.max(0, low - 1); index < starts.length && (starts[index] ?? 0) < end; index++) {
      const paragraph = holder.children[index];
      if (paragraph === undefined) continue;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const inside: Text[] = [];
      let at = starts[index] ?? 0;
      for (
        let node = walker.nextNode() as Text | null;
        node !== null;
        node = walker.nextNode() as Text | null
      ) {
        let piece = node;
        const from = at;
        at += node.length;
        if (at <= start || from >= end) continue;
        if (from < start) piece = piece.splitText(start - from);
        if (at > end) piece.splitText(end - Math.max(from, start));
        inside.push(piece);
        walker.currentNode = piece;
        at = Math.max(from, start) + piece.length;
      }
      for (const piece of inside) {
        const element = document.createElement('mark-span');
        piece.replaceWith(element);
        element.append(piece);
      }
    }
  };

  const toAnnotation = ({ start, end }: Stretch, index: number) => ({
    id: `a-${index}`,
    bodies: [],
    target: { annotation: `a-${index}`, selector: [{ start, end, quote: source.slice(start, end) }] },
  });
  let count = 0;

  (window as unknown as { peers: unknown }).peers = {
    show: async ({ way, text, stretches }: { way: string; text: string; stretches: Stretch[] }) => {
      annotator?.destroy();
      annotator = null;
      holder.replaceChildren();
      view.scrollTop = 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const began = performance.now();
      layOut(text);
      if (way === 'spans') for (const stretch of stretches) wrap(stretch);
      else {
        const { recogito } = window as unknown as { recogito: Library };
        annotator = recogito.createTextAnnotator(holder, { renderer: 'CSS_HIGHLIGHTS' });
        annotator.setAnnotations(stretches.map(toAnnotation));
        count = stretches.length;
        while (CSS.highlights.size === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return drawn(began);
    },
    add: ({ way, stretch }: { way: string; stretch: Stretch }) => {
      const began = performance.now();
      if (way === 'spans') wrap(stretch);
      else annotator?.addAnnotation(toAnnotation(stretch, count++));
      return drawn(began);
    },
  };
}
