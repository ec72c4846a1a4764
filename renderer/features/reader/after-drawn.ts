import { useEffect, useState } from 'react';

/** A window out of sight draws no pictures: then it is enough to wait this long. */
const longestMs = 300;

/** Do something once the next picture has been drawn. Answers how to call it off. */
export function afterDrawn(deed: () => void): () => void {
  const after = new MessageChannel();
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    after.port1.close();
  };
  const run = () => {
    stop();
    deed();
  };
  after.port1.onmessage = run;
  // A message sent just before a picture is drawn arrives just after.
  const frame = requestAnimationFrame(() => after.port2.postMessage(null));
  const late = setTimeout(run, longestMs);
  return stop;
}

/** The value a picture later: for what need not be drawn together with what the analyst is looking at. */
export function useAfterDrawn<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => afterDrawn(() => setShown(value)), [value]);
  return shown;
}
