import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseActors } from '#core/actors/parse-actors.ts';
import type { StatedDate } from '#core/article.ts';
import { type EventGrounds, suggestEvent } from '#core/events/suggest-event.ts';

const actors = parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8')));
const text = readFileSync('seeds/001_a9e9740a1a7fd727.txt', 'utf8');

function suggest(words: string, published: StatedDate | null) {
  const start = text.indexOf(words);
  const grounds: EventGrounds = { decided: [], suggested: [], actors, published };
  return suggestEvent(text, { start, end: start + words.length }, grounds);
}

const day: StatedDate = { iso: '2024-09-22T10:23', precision: 'minute', printed: '2024-09-22 10:23:35' };

describe('suggestEvent', () => {
  it('takes the date of the passage', () => {
    const { dating } = suggest('On August 24, more than 200 civilians were killed', day);

    expect(dating).toMatchObject({ from: '2024-08-24', basis: 'inferred', printed: 'August 24' });
  });

  it('takes the date before the passage in its paragraph, and says so', () => {
    const { dating } = suggest('the airport base 101', day);

    expect(dating).toMatchObject({ from: '2024-09-17', basis: 'inferred' });
    expect(dating.reasons).toContain('near-passage');
  });

  it('keeps what is printed and leaves the days open where no publication is stated', () => {
    const { dating } = suggest('On August 24, more than 200 civilians were killed', null);

    expect(dating).toMatchObject({ from: null, until: null, printed: 'August 24' });
  });

  it('counts from no publication that states only its month', () => {
    const { dating } = suggest('On August 24, more than 200', {
      iso: '2024-09',
      precision: 'month',
      printed: '',
    });

    expect(dating.from).toBeNull();
  });

  it('names the actors of the passage, whose sides stay open', () => {
    const { actors: found } = suggest(
      'the jihadists of the Group for the Support of Islam and Muslims (Jnim',
      day,
    );

    expect(found).toEqual([expect.objectContaining({ actorId: 'jnim', role: 'other' })]);
  });

  it('takes the one figure of deaths with its bounds', () => {
    expect(suggest('more than 200 civilians were killed', day).deaths).toEqual({
      low: 200,
      best: 200,
      high: null,
    });
    expect(suggest('The two attacks left at least 70 dead and more than 200 injured', day).deaths).toEqual({
      low: 70,
      best: 70,
      high: null,
    });
  });

  it('adds nothing up and makes no figure of “hundreds”', () => {
    const deaths = (text: string) =>
      suggestEvent(
        text,
        { start: 0, end: text.length },
        { decided: [], suggested: [], actors, published: null },
      ).deaths;

    expect(deaths('47 soldiers and 84 mercenaries were killed')).toBeNull();
    expect(deaths('Hundreds have been killed')).toBeNull();
    expect(deaths('nothing of that kind')).toBeNull();
  });
});
