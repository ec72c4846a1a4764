import type { AliasNode, Filter, LeafNode, PhraseNode, Query, QueryNode } from '#core/search/query/query.ts';
import { anyLanguage, type Forms, findForms } from './find-forms.ts';
import { findSequences } from './find-sequences.ts';
import { HitSet } from './hit-set.ts';
import { fieldsAsked, type PostingsReader } from './postings-reader.ts';
import type { Attached, Searched } from './searched.ts';

/** Whether an article passes a filter, by slot. */
export type FilterTest = (filter: Filter) => (slot: number) => boolean;

/** What a query finds. */
export type Found = {
  readonly total: number;
  /** `total` slots, in no order. */
  readonly slots: Uint32Array;
  /** Higher is better; only good for comparing within one result. */
  scoreOf(slot: number): number;
};

/** How soon more occurrences count for less (BM25's k₁). */
export const saturation = 1.2;

/** What the typed spelling of a name counts on top of all spellings. */
const typedBonus = 0.25;

/**
 * The articles that have what `query` asks for, scored by BM25F (S. Robertson, H. Zaragoza, M. Taylor: Simple BM25
 * extension to multiple weighted fields, 2004): all forms a part of the query stands for are one term, its rarity that
 * of their union.
 */
export function findArticles(query: Query, searched: Searched, test: FilterTest): Found {
  if (query.root === null) return { total: 0, slots: new Uint32Array(0), scoreOf: () => 0 };
  const evaluation = new Evaluation(searched, query.inNoise, test);
  const hits = evaluation.evaluate(query.root, null);
  const slots = hits.slots.slice(0, hits.count);
  const scores = hits.scores.slice();
  evaluation.release(hits);
  return { total: slots.length, slots, scoreOf: (slot) => Math.max(0, scores[slot] ?? 0) };
}

class Evaluation {
  private readonly searched: Searched;
  private readonly inNoise: boolean;
  private readonly test: FilterTest;
  private readonly forms = new Map<LeafNode, readonly Forms[]>();

  constructor(searched: Searched, inNoise: boolean, test: FilterTest) {
    this.searched = searched;
    this.inNoise = inNoise;
    this.test = test;
  }

  /** The articles, among `within` unless it is `null`, that have what `node` asks for. */
  evaluate(node: QueryNode, within: HitSet | null): HitSet {
    switch (node.kind) {
      case 'word':
      case 'pattern':
      case 'fuzzy':
      case 'phrase':
        return this.findTerm([node], node.boost, within);
      case 'filter': {
        const found = this.everything(within);
        found.keep(this.test(node.filter));
        return found;
      }
      case 'not': {
        const found = this.everything(within);
        this.takeAway(found, node.of);
        return found;
      }
      case 'all':
        return this.findAll(node.of, within);
      case 'any':
        return this.findAny(node.of, within);
      case 'actor':
        return this.evaluate(node.name, within);
      case 'alias':
        return this.findAlias(node, within);
      case 'prefer': {
        const found = this.evaluate(node.of, within);
        for (const also of node.also) {
          const better = this.evaluate(also, found);
          addScores(found, better);
          this.release(better);
        }
        return found;
      }
      case 'everything':
        return this.everything(within);
    }
  }

  private findAll(nodes: readonly QueryNode[], within: HitSet | null): HitSet {
    const positive = nodes.filter(({ kind }) => kind !== 'not' && kind !== 'filter');
    const inOrder =
      positive.length < 2
        ? positive
        : positive
            .map((node) => ({ node, cost: this.costOf(node) }))
            .sort((a, b) => a.cost - b.cost)
            .map(({ node }) => node);
    let found: HitSet | null = null;
    for (const node of inOrder) {
      const next = this.evaluate(node, found ?? within);
      if (found !== null) {
        addScores(next, found);
        this.release(found);
      }
      found = next;
    }
    found ??= this.everything(within);
    for (const node of nodes) if (node.kind === 'filter') found.keep(this.test(node.filter));
    for (const node of nodes) if (node.kind === 'not') this.takeAway(found, node.of);
    return found;
  }

  private findAny(nodes: readonly QueryNode[], within: HitSet | null): HitSet {
    const found = this.acquire();
    for (const node of nodes) {
      const one = this.evaluate(node, within);
      for (let at = 0; at < one.count; at++) {
        const slot = one.slots[at] ?? 0;
        found.add(slot, one.scores[slot] ?? 0);
      }
      this.release(one);
    }
    return found;
  }

  /**
   * What was typed and the other spellings, as one term; what was typed counts a little more, as it is likeliest what is
   * meant. Words that are typed apart count as they do without other spellings, when that is more.
   */
  private findAlias({ typed, also }: AliasNode, within: HitSet | null): HitSet {
    const wanted = typed.kind === 'actor' ? typed.name : typed;
    const leaves = isLeaf(wanted) ? [wanted, ...also] : also;
    const found = this.findTerm(leaves, leaves[0]?.boost ?? 1, within);
    const asTyped = this.evaluate(wanted, within);
    for (let at = 0; at < asTyped.count; at++) {
      const slot = asTyped.slots[at] ?? 0;
      const score = asTyped.scores[slot] ?? 0;
      const more = isLeaf(wanted) ? score * typedBonus : score - Math.max(0, found.scores[slot] ?? 0);
      found.add(slot, Math.max(0, more));
    }
    this.release(asTyped);
    return found;
  }

  private takeAway(found: HitSet, node: QueryNode): void {
    const unwanted = this.evaluate(node, found);
    found.keep((slot) => !unwanted.has(slot));
    this.release(unwanted);
  }

  private everything(within: HitSet | null): HitSet {
    const found = this.acquire();
    const { languages, slotCount } = this.searched;
    if (within === null) {
      for (let slot = 0; slot < slotCount; slot++) if (languages[slot] !== 0) found.add(slot, 0);
    } else for (let at = 0; at < within.count; at++) found.add(within.slots[at] ?? 0, 0);
    return found;
  }

  /** Leaves that stand for the same thing, as one term. */
  private findTerm(leaves: readonly LeafNode[], boost: number, within: HitSet | null): HitSet {
    const found = this.acquire();
    const { workspace } = this.searched;
    workspace.term++;
    let holding = 0;
    for (const leaf of leaves) {
      const forms = leaf.kind === 'phrase' ? [] : this.formsOf(leaf);
      for (const [at, part] of this.searched.parts.entries())
        holding +=
          leaf.kind === 'phrase'
            ? this.addPhrase(leaf, part, found, within)
            : this.addForms(forms[at] ?? noForms, leaf.field, part, found, within);
    }
    const { size } = this.searched;
    const rarity = Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
    const factor = boost * rarity * (saturation + 1);
    for (let at = 0; at < found.count; at++) {
      const slot = found.slots[at] ?? 0;
      const weighed = workspace.occurrences[slot] ?? 0;
      found.scores[slot] = (factor * weighed) / (saturation + weighed);
    }
    return found;
  }

  /** Answers how many articles hold one of the forms and were not met before for this term. */
  private addForms(
    { starts, masks }: Forms,
    field: 'title' | 'text' | null,
    { segment, slots }: Attached,
    found: HitSet,
    within: HitSet | null,
  ): number {
    const { postings } = segment;
    const fields = fieldsAsked(field, this.inNoise);
    let holding = 0;
    for (let form = 0; form < starts.length; form++) {
      postings.open(starts[form] ?? 0);
      for (const asked of fields)
        if (postings.countOf(asked) > 0)
          holding += this.addPostings(postings, [asked, masks[form] ?? 0], slots, found, within);
    }
    return holding;
  }

  /** The innermost loop of every search. */
  private addPostings(
    postings: PostingsReader,
    [field, mask]: readonly [field: number, mask: number],
    slots: Int32Array,
    found: HitSet,
    within: HitSet | null,
  ): number {
    const { languages, weights, workspace } = this.searched;
    const { met, term, occurrences } = workspace;
    const weight = weights[field] ?? new Float32Array(0);
    const count = postings.read(field);
    const { documents, frequencies } = postings;
    const { scores } = found;
    let holding = 0;
    for (let i = 0; i < count; i++) {
      const slot = slots[documents[i] ?? 0] ?? -1;
      if (slot < 0 || (mask !== anyLanguage && ((languages[slot] ?? 0) & mask) === 0)) continue;
      const weighed = (frequencies[i] ?? 0) * (weight[slot] ?? 0);
      if (met[slot] !== term) {
        met[slot] = term;
        holding++;
        if (within !== null && !within.has(slot)) continue;
        found.slots[found.count++] = slot;
        scores[slot] = 0;
        occurrences[slot] = weighed;
      } else if ((scores[slot] ?? -1) >= 0) occurrences[slot] = (occurrences[slot] ?? 0) + weighed;
    }
    return holding;
  }

  private addPhrase(
    phrase: PhraseNode,
    { segment, slots }: Attached,
    found: HitSet,
    within: HitSet | null,
  ): number {
    const { met, term, occurrences } = this.searched.workspace;
    let holding = 0;
    findSequences(phrase, segment, this.inNoise, (document, field, count) => {
      const slot = slots[document] ?? -1;
      if (slot < 0) return;
      const weighed = count * (this.searched.weights[field]?.[slot] ?? 0);
      if (met[slot] !== term) {
        met[slot] = term;
        holding++;
        if (within !== null && !within.has(slot)) return;
        found.add(slot, 0);
        occurrences[slot] = weighed;
      } else if (found.has(slot)) occurrences[slot] = (occurrences[slot] ?? 0) + weighed;
    });
    return holding;
  }

  /** About how many bytes have to be read. */
  private costOf(node: QueryNode): number {
    switch (node.kind) {
      case 'word':
      case 'pattern':
      case 'fuzzy':
        return sum(this.formsOf(node).map(({ cost }) => cost));
      // Its words are read, but the places are looked at only where the other parts were found.
      case 'phrase':
        return Number.MAX_SAFE_INTEGER / 4;
      case 'all':
        return Math.min(...node.of.map((child) => this.costOf(child)), Number.MAX_SAFE_INTEGER / 2);
      case 'any':
        return sum(node.of.map((child) => this.costOf(child)));
      case 'alias':
        return sum([node.typed, ...node.also].map((child) => this.costOf(child)));
      case 'actor':
        return this.costOf(node.name);
      case 'prefer':
        return this.costOf(node.of);
      case 'not':
      case 'filter':
      case 'everything':
        return Number.MAX_SAFE_INTEGER / 2;
    }
  }

  /** For each segment the forms of a leaf: looked up once, though they are asked for twice. */
  private formsOf(leaf: Exclude<LeafNode, PhraseNode>): readonly Forms[] {
    const known = this.forms.get(leaf);
    if (known !== undefined) return known;
    const forms = this.searched.parts.map(({ segment }) => findForms(leaf, segment));
    this.forms.set(leaf, forms);
    return forms;
  }

  private acquire(): HitSet {
    return this.searched.workspace.spare.pop() ?? new HitSet(this.searched.slotCount);
  }

  release(set: HitSet): void {
    set.clear();
    this.searched.workspace.spare.push(set);
  }
}

const noForms: Forms = { starts: [], masks: [], cost: 0 };

function isLeaf(node: QueryNode): node is LeafNode {
  return node.kind === 'word' || node.kind === 'pattern' || node.kind === 'fuzzy' || node.kind === 'phrase';
}

/** Add what `from` scores to what `to` has as well. */
function addScores(to: HitSet, from: HitSet): void {
  for (let at = 0; at < to.count; at++) {
    const slot = to.slots[at] ?? 0;
    to.scores[slot] = (to.scores[slot] ?? 0) + Math.max(0, from.scores[slot] ?? 0);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
