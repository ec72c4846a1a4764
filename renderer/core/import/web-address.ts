/** The longest address that is kept. */
const longest = 2_000;

const form = /^(https?):\/\/(?:[^\s/?#@]*@)?([^\s/?#@]+)([^\s#]*)/i;

/** `text` as an address on the web without a name, a password or a part to jump to; `null` for anything else. */
export function webAddress(text: string | null | undefined): string | null {
  const given = (text ?? '').trim();
  const parts = given.length > longest || /[\p{Cc}<>"]/u.test(given) ? null : form.exec(given);
  if (!parts) return null;
  const [, scheme = '', host = '', rest = ''] = parts;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${rest === '' ? '/' : rest}`;
}
