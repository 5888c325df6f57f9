import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchCommands, type Named } from '../../src/ui/palette/match-commands';

const COMMANDS: Named[] = [
  { name: 'My ratings', also: 'answers' },
  { name: 'Rate', also: 'judge films' },
  { name: 'Switch to Zoë', also: 'person' },
  { name: 'Dark-room colours', also: 'theme night' },
];
const called = (query: string) => matchCommands(COMMANDS, query).map(({ name }) => name);

test('commands: are found by the beginnings of their words, in any order, without accents and case', () => {
  expect(called('')).toEqual(COMMANDS.map(({ name }) => name));
  expect(called('zoe')).toEqual(['Switch to Zoë']);
  expect(called('THEME')).toEqual(['Dark-room colours']);
  expect(called('col dark')).toEqual(['Dark-room colours']);
  expect(called('room')).toEqual(['Dark-room colours']);
  expect(called('atings')).toEqual([]);
  expect(called('rate answers')).toEqual([]);
});

test('commands: those whose names begin like the query stand first, those found by other words last', () => {
  expect(called('rat')).toEqual(['Rate', 'My ratings']);
  const named = [{ name: 'About', also: 'film' }, { name: 'Any film' }, { name: 'Film' }];
  expect(matchCommands(named, 'film')).toEqual([named[2], named[1], named[0]]);
});

const words = fc.array(fc.constantFrom('my', 'rate', 'rating', 'list', 'dark', 'é'), {
  minLength: 1,
  maxLength: 3,
});
const commands = fc.array(
  fc.record({ name: words.map((all) => all.join(' ')), also: words.map((all) => all.join(' ')) }),
  {
    maxLength: 8,
  },
);

test('commands: each is found by its own name, and by no more than a shorter query finds', () => {
  fc.assert(
    fc.property(commands, words, fc.nat(12), (all, query, cut) => {
      const text = query.join(' ');
      const found = matchCommands(all, text);
      const wider = matchCommands(all, text.slice(0, Math.max(0, text.length - cut)));
      for (const command of found) expect(wider).toContain(command);
      for (const command of all) {
        expect(matchCommands(all, command.name)).toContain(command);
        expect(matchCommands(all, command.also)).toContain(command);
      }
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
