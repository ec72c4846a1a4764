import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where every tool looks for the Electron binary. */
export const electronFolder = join(root, 'node_modules', 'electron');
