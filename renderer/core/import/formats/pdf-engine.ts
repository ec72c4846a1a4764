import type { PdfDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Tools } from '#core/import/tools.ts';
import type { Operators } from './pdf-signs.ts';

/** An open PDF; close it when done. */
export type OpenPdf = {
  readonly document: PdfDocument;
  readonly operators: Operators;
  close(): Promise<void>;
};

/** Why a PDF did not open. */
export type PdfFault = 'encrypted' | 'damaged';

/**
 * Open a PDF for its text alone. Nothing in it is run, fetched or drawn; both halves of the library run where we are,
 * and are loaded when the first PDF comes.
 */
export async function openPdf(bytes: Uint8Array, { characterMap }: Tools): Promise<OpenPdf | PdfFault> {
  const { getDocument, OPS } = await loadEngine();
  const task = getDocument({
    // The library takes the buffer away from whoever hands it over.
    data: bytes.slice(),
    ...readOnly,
    CMapReaderFactory: class {
      readonly fetch = async ({ name }: { readonly name: string }) => ({
        cMapData: await characterMap(name),
        isCompressed: true,
      });
    },
  });
  try {
    return { document: await task.promise, operators: OPS, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
  }
}

/** Stands in for the library's loaders of fonts and programs: there is nothing to load from. */
class NoLoader {
  readonly fetch = () => Promise.reject(new Error('nothing is loaded for a PDF'));
}

const readOnly = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  // Else the outline of every letter is built, which takes most of the time, and of a broken font for ever.
  disableFontFace: false,
  ownerDocument: { fonts: new Set() },
  // Without it the library would load fonts of its own for the standard fonts.
  useSystemFonts: true,
  useWasm: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  // Pictures are passed over where drawings are looked at.
  maxImageSize: 1,
  StandardFontDataFactory: NoLoader,
  WasmFactory: NoLoader,
};

/** Stands in for the fonts of the screen: nothing is drawn, so none is loaded. */
class UnloadedFont {
  readonly loaded = Promise.resolve(this);
}

async function loadEngine() {
  const [engine, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.min.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
  ]);
  // Its presence here makes the library work in this thread instead of starting a worker of its own.
  Object.assign(globalThis, { pdfjsWorker: worker, FontFace: UnloadedFont });
  return engine;
}
