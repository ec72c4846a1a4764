/** Where the program keeps the tables that the PDF library brings, by their path. */
const addresses = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Read one of the program's own tables of characters. */
export async function readCharacterMap(name: string): Promise<Uint8Array> {
  const address = addresses[`../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
  if (address === undefined) throw new Error(`no table ${name}`);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the table ${name} is not there`);
  return new Uint8Array(await answer.arrayBuffer());
}
