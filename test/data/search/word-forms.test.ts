import { expect, test } from 'vitest';
import { commonForm, withWholeNumbers } from '../../../src/data/search/word-forms';

test('commonForm: is one for all spellings of a word', () => {
  const words = [
    'dr',
    'mr',
    'st',
    'vol',
    'sixth',
    'second',
    'thirteenth',
    'forty',
    'fortytwo',
    'nineteen',
    'alien',
  ];
  const forms = ['doctor', 'mister', 'saint', 'volume', '6th', '2nd', '13th', '40', '42', '19', 'alien'];
  expect(words.map(commonForm)).toEqual(forms);
  expect(forms.map(commonForm)).toEqual(forms);
});

test('withWholeNumbers: joins what is one number, and nothing else', () => {
  expect(withWholeNumbers(['twenty', 'one', 'grams'])).toEqual(['twentyone', 'grams']);
  const apart = ['one', 'twenty', 'ten', 'v', 's', 'twenty'];
  expect(withWholeNumbers(apart)).toEqual(apart);
});
