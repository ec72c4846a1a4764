/** Whose version stands where a record of a file is known here and differs. */
export type Take = 'file' | 'ours';
