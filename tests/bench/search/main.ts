import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { task: { type: 'string' } }, strict: false });

// Each loads only what it needs: a peer must not share a library with what another part has done to it.
if (typeof values.task === 'string') {
  const { work } = await import('./child.ts');
  await work(JSON.parse(values.task));
} else {
  const { measureAll } = await import('./measure-all.ts');
  await measureAll(process.argv.slice(2));
}
