import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPersonFinder } from '#core/mentions/find-people.ts';

const find = createPersonFinder();
const namesIn = (text: string) => find(text, []).map(({ start, end }) => text.slice(start, end));

describe('createPersonFinder', () => {
  it.each([
    ['Colonel Sadio Camara left.', ['Sadio Camara']],
    ['Le colonel Sadio Camara est parti.', ['Sadio Camara']],
    ['M. Alassane Sidibé a parlé.', ['Alassane Sidibé']],
    ['General Diarra was there.', ['Diarra']],
    ['“It is over,” said Fatoumata Keïta.', ['Fatoumata Keïta']],
    ['“It is over,” Fatoumata Keïta said.', ['Fatoumata Keïta']],
    ['According to Issa Dembélé, it is over.', ['Issa Dembélé']],
    ['Selon Issa Dembélé, c’est fini.', ['Issa Dembélé']],
    ['Issa Dembélé a déclaré que c’est fini.', ['Issa Dembélé']],
    ['Amara Mohamed, a Malian sociologist, sees it so.', ['Amara Mohamed']],
    ['le porte-parole Souleymane Dembélé', ['Souleymane Dembélé']],
    ['Colonel Mossa Ag Inzoma came.', ['Mossa Ag Inzoma']],
    ['Le général belge Marc Lenoir est arrivé.', ['Marc Lenoir']],
    ['le colonel de l’armée Yoro Sangho', ['Yoro Sangho']],
    ['le soldat de première classe Noufou Kafando', ['Noufou Kafando']],
    ['le ministre malien des Mines, Lamine Sangho, l’a dit', ['Lamine Sangho']],
    ['The spokesman of the union, Noufou Kafando, agreed.', ['Noufou Kafando']],
    ['le ministre de l’Intérieur Noufou Kafando', ['Noufou Kafando']],
    ['Les officiers Noufou Kafando et d’autres', ['Noufou Kafando']],
    [
      'Journalists Noufou Kafando and Marc Lenoir left at once with their guides and tents',
      ['Noufou Kafando', 'Marc Lenoir'],
    ],
    ['the son of Attaye Ag Inzoma', ['Attaye Ag Inzoma']],
    ['un certain « Noufou Kafando », présenté comme chef', ['Noufou Kafando']],
    ['a video showed Ousmane Kafando in a camp', ['Ousmane Kafando']],
    ['Ils ont renversé Noufou Ouédraogo hier', ['Noufou Ouédraogo']],
  ])('finds who “%s” names', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    'Human Rights Watch said it was so.',
    'The Malian Army said it was so.',
    'According to Crisis Group, it was so.',
    'Prime Minister of Mali said it.',
    'He said Monday that the President left.',
    'Ministère de la Défense a déclaré la guerre.',
    'I saw Ansongo and Talataye burn.',
    'MINUSMA said it was so.',
    'Rebels and Soldiers Share Bread and Tea With Officers Behind Closed Doors',
    'The Union of Mango Growers said it was so.',
    'They fled to Dan Issa, near Ouro Ali.',
    'le président du Mali, Bamako et Gao',
    'La chef de la mission, Human Rights Watch, l’a dit',
    'He is president of the African Development Bank',
    'the director of the International Monetary Fund',
    'the head of the National Electoral Commission',
    'The Private Sector grew.',
    'They met at the Modibo Keïta Stadium today',
    'à l’hôpital Gabriel Touré de Bamako',
    'The village of Hama Koulou burned.',
    'They sold it to Barry Callebaut last year',
  ])('takes nobody from “%s”', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('knows somebody again by the surname, and says why', () => {
    const text = 'Colonel Sadio Camara came. Later Camara left, and Moussa Camara stayed.';

    expect(find(text, []).map(({ start, end, reasons }) => [text.slice(start, end), ...reasons])).toEqual([
      ['Sadio Camara', 'rank'],
      ['Camara', 'part-of-name'],
      ['Moussa Camara', 'usual-name'],
    ]);
  });

  it('gives the better reason of a name that is told elsewhere', () => {
    const text = 'They met Issa Dembélé. “No,” said Issa Dembélé.';

    expect(find(text, []).map(({ reasons }) => reasons)).toEqual([['part-of-name'], ['quoted']]);
  });

  it('leaves what is known otherwise alone', () => {
    expect(find('Colonel Sadio Camara left.', [{ start: 8, end: 20 }])).toEqual([]);
  });

  it('answers spans in order, apart and within any text', () => {
    const word = fc.constantFrom(
      'Colonel',
      'Sadio',
      'Camara',
      'said',
      'Ag',
      ',',
      '.',
      'selon',
      '\n',
      'é',
      '…',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        let last = 0;
        for (const { start, end } of find(text, [])) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
