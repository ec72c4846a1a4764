import { refuse } from '#core/import/refusal.ts';
import type { Extractor } from './extraction.ts';

/** How a document with a password looks: the names of its parts, in two bytes a letter. */
const encryptedPackage = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');

/** Documents of old office programs are not read; new ones with a password come in the same wrapping. */
export const extractOldOffice: Extractor = async ({ name, bytes }) => {
  for (let at = 0; at < bytes.length; at += 8000) {
    const piece = String.fromCharCode(...bytes.subarray(at, at + 8000 + encryptedPackage.length));
    if (piece.includes(encryptedPackage)) return refuse(name, 'encrypted', { format: 'docx' });
  }
  return refuse(name, 'unsupported', { format: 'old-office' });
};
