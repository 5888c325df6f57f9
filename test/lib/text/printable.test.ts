import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../src/lib/text/printable';

test('printable: leaves letters, digits, signs and emoji of any script as they are', () => {
  for (const text of ['Amélie (2001)', '七人の侍', 'a "b" <c>', '🎬']) expect(printable(text)).toBe(text);
});

test('printable: writes as escapes what would move, hide or turn round the text', () => {
  expect(printable('a\u0000b\n\u001b[31m\u202e\ud800')).toBe('a\\u{0}b\\u{a}\\u{1b}[31m\\u{202e}\\u{d800}');
});

test('printable: gives printable text for anything, and shows no more of it than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, longest) => {
      const shown = printable(text, longest);
      expect(shown).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]*$/u);
      expect(shown.length).toBeLessThanOrEqual(longest + 1);
      const whole = printable(text);
      expect(shown).toBe(whole.length <= longest ? whole : `${shown.slice(0, -1)}…`);
      expect(whole.startsWith(shown.replace(/…$/u, ''))).toBe(true);
    }),
  );
});
