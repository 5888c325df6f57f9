import { expect, test } from 'vitest';
import { languageName } from '../../src/data/language-name';

test.each([
  ['en', 'English'],
  ['fr', 'French'],
  ['ja', 'Japanese'],
  ['cn', 'Cantonese'],
  ['xx', 'No language'],
  ['', 'Unknown language'],
])('"%s" is called %s', (code, name) => {
  expect(languageName(code)).toBe(name);
});

test('a code that nobody knows is shown as it is, even one that is no code at all', () => {
  expect(languageName('qq')).toBe('qq');
  expect(languageName('not a code')).toBe('not a code');
});
