import { expect, test } from 'vitest';
import { createTeller } from '../../src/cli/learn/progress';

function terminal(isTTY: boolean): { stream: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}

test('progress: tells the share and the time left, and begins anew when other work begins', () => {
  let now = 0;
  const { stream, written } = terminal(true);
  const { tell } = createTeller(stream, () => now);
  tell('Reading', 0);
  now = 10_000;
  tell('Reading', 0.25);
  tell('Learning', 0.01);
  now = 20_000;
  tell('Learning', 0.5);
  const lines = written.map((text) => text.replace('\r', '').replace('\x1b[K', ''));
  expect(lines).toEqual([
    '  0 %  Reading',
    ' 25 %  Reading, 30 s left',
    '  1 %  Learning',
    ' 50 %  Learning, 10 s left',
  ]);
});

test('progress: shows whole words when the terminal does not tell its width', () => {
  const { stream, written } = terminal(true);
  stream.columns = 0;
  createTeller(stream, () => 0).tell('Reading', 0);
  expect(written).toEqual(['\r  0 %  Reading\x1b[K']);
});

test('progress: leaves an empty line for what is said next', () => {
  const { stream, written } = terminal(true);
  createTeller(stream, () => 0).clear();
  expect(written).toEqual(['\r\x1b[K']);
});

test('progress: says nothing where there is no terminal', () => {
  const { stream, written } = terminal(false);
  const teller = createTeller(stream, () => 0);
  teller.tell('Reading', 0.5);
  teller.clear();
  expect(written).toEqual([]);
});
