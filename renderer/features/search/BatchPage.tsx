import { BatchForm } from './BatchForm.tsx';
import { BatchResult } from './BatchResult.tsx';
import { useBatchDesk } from './batch-desk.ts';

/** Many terms searched in one go: which article has which, how often. */
export function BatchPage() {
  const { isEditing, asked, answer } = useBatchDesk((desk) => desk);
  if (isEditing || asked === null || answer === null) return <BatchForm />;
  return <BatchResult asked={asked} answer={answer} />;
}
