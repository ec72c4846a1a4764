/** The name of the one Trusted Types policy: it makes the addresses of our own workers. */
export const WORKER_POLICY = 'liptako-workers';

/**
 * The one style rule that react-aria puts into the page itself (`touch-action` of what can be pressed), by its hash:
 * `style-src` knows no other exception. After an update of react-aria the console names the new one.
 */
const PRESSABLE_STYLE = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

/** What the window's page may do: load what is ours, show pictures it holds, and nothing else. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${PRESSABLE_STYLE}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${WORKER_POLICY}`,
].join('; ');

/** What a page that is printed may do: show its text, its styles and the pictures inside it. */
export const PRINT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
].join('; ');

/** Headers of everything we serve to a page. */
export function protectiveHeaders(policy: string | null): Record<string, string> {
  return {
    ...(policy === null ? {} : { 'Content-Security-Policy': policy }),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
}
