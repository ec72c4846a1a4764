import { type ActorRegistry, parseRegistry } from '#core/actors/parse-actors.ts';

let loaded: Promise<ActorRegistry> | null = null;

/** The program's registry of actors; read once. */
export function loadRegistry(): Promise<ActorRegistry> {
  loaded ??= readRegistry().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function readRegistry(): Promise<ActorRegistry> {
  const { default: bundled } = await import('#resources/actors.json');
  return parseRegistry(bundled);
}
