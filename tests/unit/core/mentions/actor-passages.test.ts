import { expect, it } from 'vitest';
import type { ActorId, FindingId } from '#core/ids.ts';
import { actorPassages } from '#core/mentions/actor-passages.ts';
import type { Finding } from '#core/mentions/finding.ts';
import { collectItems } from '#core/picture/collect-items.ts';
import { makeCase, now } from '#tests/unit/core/brief/sample-case.ts';

const { articles, highlights } = makeCase();
const [first, second] = highlights;
if (first === undefined || second === undefined) throw new Error('the case has other parts');

function finding(status: Finding['status'], actorId: string, anchor: Finding['anchor']): Finding {
  return {
    id: `${status} ${actorId}` as FindingId,
    anchor,
    kind: 'actor',
    status,
    origin: 'suggested',
    reach: 'here',
    actorId: actorId as ActorId,
    name: actorId,
    reasons: [],
    createdAt: now,
  };
}

it('gives what map and timeline show the actors accepted in its words, and nobody who was rejected', () => {
  const findings = [
    finding('accepted', 'jnim', first.anchor),
    finding('rejected', 'csp', first.anchor),
    finding('accepted', 'fama', second.anchor),
  ];
  const items = collectItems({
    articles,
    highlights,
    mentions: [],
    events: [],
    tracks: [],
    areas: [],
    actorPassages: actorPassages(findings),
  });
  const actorsOf = (id: string) => items.find(({ recordId }) => recordId === id)?.actorIds;

  expect(actorsOf(first.id)).toContain('jnim');
  expect(actorsOf(first.id)).not.toContain('csp');
  expect(actorsOf(second.id)).toContain('fama');
  expect(actorsOf(first.anchor.articleId)).toContain('jnim');
});
