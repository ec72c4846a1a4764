import { Fragment } from 'react';
import type { TextSpan } from '#core/text/span.ts';

/** `text` with `spans` (in order, not overlapping) marked. */
export function Marked({ text, spans }: { readonly text: string; readonly spans: readonly TextSpan[] }) {
  return (
    <>
      {spans.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(spans[at - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
