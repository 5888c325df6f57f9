import { expect, test } from 'vitest';
import { readMovieLensTitle } from '../../../src/data/read/movielens-title';

test.each([
  ['Toy Story', 'Toy Story', []],
  ['Matrix, The', 'The Matrix', []],
  ['American in Paris, An', 'An American in Paris', []],
  ['Lord of the Rings: The Two Towers, The', 'The Lord of the Rings: The Two Towers', []],
  [
    'Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il)',
    'The Good, the Bad and the Ugly',
    ['Il Buono, il brutto, il cattivo'],
  ],
  ['Misérables, Les', 'Les Misérables', []],
  ["Avventura, L' (Adventure, The)", "L'Avventura", ['The Adventure']],
  ['Baader Meinhof Komplex, Der', 'Der Baader Meinhof Komplex', []],
  ['Mariachi, El', 'El Mariachi', []],
  ['Vitelloni, I (a.k.a. The Young and the Passionate)', 'I Vitelloni', ['The Young and the Passionate']],
  ['Fem benspænd, De', 'De Fem benspænd', []],
  ['Fly, The (Légy, A)', 'The Fly', ['A Légy']],
  ['Five Obstructions, The (Fem benspænd, De)', 'The Five Obstructions', ['De Fem benspænd']],
  ['Affair of Love, An (Liaison pornographique, Une)', 'An Affair of Love', ['Une Liaison pornographique']],
  ['Seven (a.k.a. Se7en)', 'Seven', ['Se7en']],
  [
    "European Vacation (aka National Lampoon's European Vacation)",
    'European Vacation',
    ["National Lampoon's European Vacation"],
  ],
  [
    'Léon: The Professional (a.k.a. The Professional) (Léon)',
    'Léon: The Professional',
    ['The Professional', 'Léon'],
  ],
  ['Babies (Bébé(s))', 'Babies', ['Bébé(s)']],
  ['To Have, or Not (En avoir (ou pas))', 'To Have, or Not', ['En avoir (ou pas)']],
])('"%s" is shown as "%s"', (raw, title, alternates) => {
  expect(readMovieLensTitle(raw)).toEqual({ title, alternates });
});

test.each([
  'Paris, Texas',
  'Happy, Texas',
  'Monsters, Inc.',
  'Girl, Interrupted',
  'Lust, Caution',
  'Play It Again, Sam',
  'I, Robot',
  'Spider Baby or, The Maddest Story Ever Told',
  '(500) Days of Summer',
  'Frontière(s)',
  'I Am Curious (Yellow)',
  'Birdman: Or (The Unexpected Virtue of Ignorance)',
  "Bon Voyage, Charlie Brown (and Don't Come Back!)",
  ')',
  '()',
])('"%s" stays as it is', (title) => {
  expect(readMovieLensTitle(title)).toEqual({ title, alternates: [] });
});

test('brackets of the title stay behind the article that moves', () => {
  expect(readMovieLensTitle('Human Centipede, The (First Sequence)').title).toBe(
    'The Human Centipede (First Sequence)',
  );
  expect(readMovieLensTitle('Human Centipede II (Full Sequence), The').title).toBe(
    'The Human Centipede II (Full Sequence)',
  );
});
