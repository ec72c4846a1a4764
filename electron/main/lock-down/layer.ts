import { app } from 'electron';

/** One of the independent measures that keep everything inside, for one kind of subject. */
export type Layer<Subject> = {
  readonly name: string;
  readonly apply: (subject: Subject) => void | Promise<void>;
};

/**
 * Whether a layer is to be applied: always, but that the tests of the lock-down may take single ones away from a
 * program that is not packaged, to prove that each is noticed when it is missing.
 */
export function isLayerOn(name: string): boolean {
  if (app.isPackaged) return true;
  return !(process.env.LIPTAKO_WITHOUT_LAYER ?? '').split(',').includes(name);
}

/** The layers of a list that are on. */
export function layersOn<Subject>(layers: readonly Layer<Subject>[]): readonly Layer<Subject>[] {
  return layers.filter(({ name }) => isLayerOn(name));
}

/** Apply the layers that are on, in order. */
export async function applyLayers<Subject>(
  layers: readonly Layer<Subject>[],
  subject: Subject,
): Promise<void> {
  for (const { apply } of layersOn(layers)) await apply(subject);
}
