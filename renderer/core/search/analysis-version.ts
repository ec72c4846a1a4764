/** Raised whenever the same text would give other words or stems: an index of another version is built anew. */
export const analysisVersion = 3;
