// The little of pdf.js that is used here. Its own types ask for a DOM, which there is none of where import runs.

declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export type TextItem = {
    readonly str: string;
    /** Where its first character stands: `[a, b, c, d, x, y]` in the page's own units. */
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
    readonly fontName: string;
  };
  export type MarkedContent = { readonly type: string; readonly tag?: string };
  export type TextChunk = { readonly items: readonly (TextItem | MarkedContent)[] };
  /** What is drawn on a page, an operator and its arguments each. */
  export type OperatorList = {
    readonly fnArray: readonly number[];
    readonly argsArray: readonly (readonly unknown[] | null)[];
  };
  export type Page = {
    getViewport(options: { scale: number }): {
      readonly transform: readonly number[];
      readonly width: number;
      readonly height: number;
    };
    streamTextContent(options: { includeMarkedContent: true }): {
      getReader(): {
        read(): Promise<{ readonly done: boolean; readonly value?: TextChunk }>;
        cancel(reason: Error): Promise<void>;
      };
    };
    getOperatorList(): Promise<OperatorList>;
    cleanup(): void;
  };
  export type PdfDocument = {
    readonly numPages: number;
    getPage(number: number): Promise<Page>;
    getMetadata(): Promise<{
      readonly info: Readonly<Record<string, unknown>>;
      readonly metadata: { get(name: string): unknown } | null;
    }>;
    getAttachments(): Promise<Readonly<Record<string, { readonly filename: string }>> | null>;
    hasJSActions(): Promise<boolean>;
    getJSActions(): Promise<object | null>;
  };
  /** The numbers of the operators by their names. */
  export const OPS: Readonly<Record<string, number>>;
  export function getDocument(options: object): {
    readonly promise: Promise<PdfDocument>;
    destroy(): Promise<void>;
  };
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  export const WorkerMessageHandler: object;
}
