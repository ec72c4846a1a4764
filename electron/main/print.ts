import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import type { TlpLabel } from '#core/brief/brief.ts';
import { PRINT_POLICY, protectiveHeaders } from './content-policy.ts';
import { createTurns } from './files/turns.ts';
import { lockSession } from './lock-down.ts';
import { OWN_SCHEME, PRINT_HOST } from './own-pages.ts';

// In memory only (no "persist:"): nothing of a brief stays in a cache.
const PARTITION = 'print';

/** The colours FIRST gives the labels (TLP 2.0), on black. */
const labelColors: Readonly<Record<TlpLabel, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:AMBER': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

/** The foot of every sheet: the page on the left, the label on the right. The head has the label alone. */
function sheetEdge(label: TlpLabel | undefined, page: string): string {
  const mark =
    label === undefined
      ? ''
      : `<span style="padding:2px 5px;background:#000;color:${labelColors[label]};font:bold 16px monospace;-webkit-print-color-adjust:exact">${label}</span>`;
  return `<div style="display:flex;justify-content:space-between;align-items:center;width:100%;margin:0 20mm;font:9px sans-serif;color:#555"><span>${page}</span>${mark}</div>`;
}

const pageNumber = '<span class="pageNumber"></span> / <span class="totalPages"></span>';

// One after another: they share a session, and with it the address that serves the page.
const inTurn = createTurns();
let locked: Promise<Session> | null = null;

type Page = { readonly html: string; readonly label?: TlpLabel | undefined };

/** Print a self-contained page to an A4 PDF with tags and an outline. Nothing in it runs or is fetched. */
export function printPdf(page: Page): Promise<Uint8Array> {
  return inTurn(() => printInHiddenWindow(page));
}

async function printInHiddenWindow({ html, label }: Page): Promise<Uint8Array> {
  locked ??= lockedSession();
  const printSession = await locked;
  const url = `${OWN_SCHEME}://${PRINT_HOST}/${randomUUID()}`;
  serveOnce(printSession, url, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(url);
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: sheetEdge(label, ''),
      footerTemplate: sheetEdge(label, pageNumber),
      margins: { top: 0.8, bottom: 0.8, left: 0.8, right: 0.8 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return new Uint8Array(pdf);
  } finally {
    window.destroy();
    printSession.protocol.unhandle(OWN_SCHEME);
  }
}

async function lockedSession(): Promise<Session> {
  const printSession = session.fromPartition(PARTITION, { cache: false });
  await lockSession(printSession);
  return printSession;
}

function serveOnce(printSession: Session, url: string, html: string): void {
  printSession.protocol.handle(OWN_SCHEME, (request) =>
    request.url === url && request.method === 'GET'
      ? new Response(html, {
          headers: { 'Content-Type': 'text/html; charset=utf-8', ...protectiveHeaders(PRINT_POLICY) },
        })
      : new Response(null, { status: 404 }),
  );
}
