/** A degree of likelihood and the two words for it (ICD 203, 2015): one brief keeps to one of the rows. */
export type EstimativeWord = {
  readonly code:
    | 'almost-no-chance'
    | 'very-unlikely'
    | 'unlikely'
    | 'even'
    | 'likely'
    | 'very-likely'
    | 'almost-certain';
  /** Percent. */
  readonly from: number;
  readonly to: number;
};

/** The words of estimative probability, from least to most likely. */
export const estimativeWords: readonly EstimativeWord[] = [
  { code: 'almost-no-chance', from: 1, to: 5 },
  { code: 'very-unlikely', from: 5, to: 20 },
  { code: 'unlikely', from: 20, to: 45 },
  { code: 'even', from: 45, to: 55 },
  { code: 'likely', from: 55, to: 80 },
  { code: 'very-likely', from: 80, to: 95 },
  { code: 'almost-certain', from: 95, to: 99 },
];
