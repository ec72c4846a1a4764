import { z } from 'zod';
import { maxBlockLength } from '#core/brief/edit-brief.ts';
import type { Id } from '#core/ids.ts';

// The window's content policy forbids code made from strings, which is how zod makes itself fast.
z.config({ jitless: true });

/** A value of one line: a name, a printed date, a path. */
export const line = z.string().max(2_000);
/** What the analyst writes at length. */
export const prose = z.string().max(maxBlockLength);
/** A number of things, or a place in a text. */
export const count = z.number().int().nonnegative();
/** A SHA-256 in small hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A moment of our clock, in UTC. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);
/** A word of our own, such as the name of a step. */
export const code = z.string().max(100);
/** What fills the gaps of a sentence that a code stands for. */
export const detail = z.record(code, z.union([line, z.number()]));

/** Ids are UUIDs, or `g:` / `a:` and more for places; only their length is a matter here. */
export function id<Kind extends string>(): z.ZodType<Id<Kind>> {
  return z.string().min(1).max(300) as unknown as z.ZodType<Id<Kind>>;
}

/** The two ends of a passage, for records that hold more beside them. */
export const span = { start: count, end: count };
/** A passage of a text, its end not before its start. */
export const textSpan = z.strictObject(span).refine(({ start, end }) => start <= end);

/** A passage of an article with at most `longest` units of text. */
export function anchorUpTo(longest: number) {
  return z
    .strictObject({
      ...span,
      articleId: id<'article'>(),
      textSha256: sha256,
      exact: z.string().min(1).max(longest),
      prefix: z.string().max(200),
      suffix: z.string().max(200),
    })
    .refine(({ start, end, exact }) => end - start === exact.length);
}
