import type { PdfDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';

/** An open PDF; close it when done. */
export type OpenPdf = { readonly document: PdfDocument; close(): Promise<void> };

/** Why a PDF did not open. */
export type PdfFault = 'encrypted' | 'damaged';

/**
 * Open a PDF for its text alone. Nothing in it is run, fetched or drawn; both halves of the library run where we are,
 * and are loaded when the first PDF comes.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | PdfFault> {
  const { getDocument } = await loadEngine();
  const task = getDocument({
    // The library takes the buffer away from whoever hands it over.
    data: bytes.slice(),
    ...readOnly,
  });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
  }
}

/** Stands in for the library's loaders of fonts and tables: there is nothing to load from. */
class NoLoader {
  readonly fetch = () => Promise.reject(new Error('nothing is loaded for a PDF'));
}

const readOnly = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  // Without it the library would load fonts of its own for the standard fonts.
  useSystemFonts: true,
  useWasm: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  CMapReaderFactory: NoLoader,
  StandardFontDataFactory: NoLoader,
  WasmFactory: NoLoader,
};

async function loadEngine() {
  const [engine, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.min.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
  ]);
  // Its presence here makes the library work in this thread instead of starting a worker of its own.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return engine;
}
