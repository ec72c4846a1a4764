import type { SearchIndex } from '#core/search/index/create-search-index.ts';
import { openSegment, type Segment } from '#core/search/index/open-segment.ts';
import { planMerge } from '#core/search/index/plan-merge.ts';
import type { IndexTrouble } from '#core/search/log-trouble.ts';
import type { KeptSegment } from '#storage/segment-store.ts';
import type { indexApi, Made, MergePart } from './index-api.ts';
import type { Client } from './rpc.ts';
import { letOthersPass } from './text-search.ts';

/** The index worker, as the search worker calls it. */
export type Builder = Pick<Client<typeof indexApi>, 'call'>;

/** Looks after the segments of an index: loads them from disk, merges them, and brings to the disk what is not there. */
export class SegmentKeeper {
  readonly #index: SearchIndex;
  readonly #builder: Builder;
  /** What is on disk; a segment not in here is only in memory. */
  readonly #kept = new Map<Segment, KeptSegment>();
  #troubles: IndexTrouble[] = [];
  #canKeep = true;
  #tidying: Promise<void> | null = null;

  constructor(index: SearchIndex, builder: Builder) {
    this.#index = index;
    this.#builder = builder;
  }

  /** Load what is kept of the index of the working copy `name`. What is damaged is left out and told as a trouble. */
  async load(name: string): Promise<void> {
    const { segments, trouble } = await this.#builder.call('open', { name });
    if (trouble === 'unavailable') this.#noteUnkept();
    // Read side by side, taken in one after another: a later one has the newer version of an article.
    const reads = segments.map((segment) => this.#builder.call('read', { segment }));
    let damaged = trouble === 'damaged' ? 1 : 0;
    for (const [at, segment] of segments.entries()) {
      const bytes = (await reads[at]) ?? null;
      if (bytes === null || !(await this.#takeIn(bytes, segment))) damaged += 1;
    }
    if (damaged > 0) this.#troubles.push({ kind: 'damaged', segments: damaged });
  }

  /** Take a segment that was made into the index. */
  attach({ bytes, kept }: Made): void {
    const segment = openSegment(bytes);
    this.#index.attach(segment);
    this.#noteKept(segment, kept);
  }

  /** Merge as long as there is something to be merged; `isIdle`: bring to the disk what is only in memory, too. */
  tidy(isIdle: boolean): Promise<void> {
    this.#tidying ??= this.#mergeAll(isIdle).finally(() => {
      this.#tidying = null;
    });
    return this.#tidying;
  }

  /** Bring what is only in memory to the disk. */
  async keepAll(): Promise<void> {
    await this.#tidying;
    await this.tidy(true);
  }

  /** What went wrong since this was last asked. */
  takeTroubles(): IndexTrouble[] {
    const troubles = this.#troubles;
    this.#troubles = [];
    return troubles;
  }

  /** `false`: the bytes are damaged, and thrown away. */
  async #takeIn(bytes: ArrayBuffer, segment: KeptSegment): Promise<boolean> {
    try {
      this.attach({ bytes, kept: segment });
      return true;
    } catch {
      await this.#builder.call('remove', { ids: [segment.id] });
      return false;
    }
  }

  async #mergeAll(isIdle: boolean): Promise<void> {
    for (;;) {
      const all = [...this.#index.segments];
      const candidates = all.map((segment) => ({
        sizeBytes: segment.bytes.byteLength,
        documents: segment.size,
        live: this.#index.liveCount(segment),
        // What can't be kept is merged like what is, so that there are never too many.
        isKept: !this.#canKeep || this.#kept.has(segment),
      }));
      const chosen = planMerge(candidates, isIdle)?.flatMap((at) => all[at] ?? []);
      if (chosen === undefined) return;
      await this.#merge(chosen);
    }
  }

  async #merge(old: readonly Segment[]): Promise<void> {
    const parts = old.map((segment): MergePart => {
      return { from: this.#kept.get(segment) ?? segment.bytes, dead: this.#deadOf(segment) };
    });
    try {
      await this.#swap(old, await this.#builder.call('merge', { parts }));
    } catch (failure) {
      const lost = old.flatMap((segment) => this.#kept.get(segment)?.id ?? []);
      if (lost.length === 0) throw failure;
      // The disk no longer has what is in memory: it is made from here the next time.
      for (const segment of old) this.#kept.delete(segment);
      this.#troubles.push({ kind: 'damaged', segments: lost.length });
      await this.#builder.call('remove', { ids: lost });
    }
  }

  async #swap(old: readonly Segment[], made: Made): Promise<void> {
    const merged = openSegment(made.bytes);
    // Checking a large segment and taking it in each take their time: questions get their turn in between.
    await letOthersPass();
    this.#index.replace(old, merged);
    for (const segment of old) this.#kept.delete(segment);
    this.#noteKept(merged, made.kept);
  }

  #deadOf(segment: Segment): number[] {
    const isLive = this.#index.liveTest(segment);
    const dead: number[] = [];
    for (let document = 0; document < segment.size; document++) if (!isLive(document)) dead.push(document);
    return dead;
  }

  #noteKept(segment: Segment, kept: KeptSegment | null): void {
    if (kept === null) this.#noteUnkept();
    else this.#kept.set(segment, kept);
  }

  #noteUnkept(): void {
    if (this.#canKeep) this.#troubles.push({ kind: 'unkept' });
    this.#canKeep = false;
  }
}
