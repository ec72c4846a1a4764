import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const fixtures = join(import.meta.dirname, '../../../../fixtures');
const validators = new Map<string, XsdValidator>();

/** The bytes of a fixture. */
export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(fixtures, path)));
}

/** What REFI-QDA's own schema has against a file; `null` when it is valid. */
export function schemaProblem(xml: Uint8Array, schema: 'Project' | 'Codebook'): string | null {
  const validator =
    validators.get(schema) ?? XsdValidator.fromDoc(XmlDocument.fromBuffer(fixture(`refi/${schema}.xsd`)));
  validators.set(schema, validator);
  const document = XmlDocument.fromBuffer(xml);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}
