/** SHA-256 in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // The view may be of a larger or shared buffer; digest wants one of its own.
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
