import { expect, test } from 'vitest';
import { createSlowness } from '../../src/ui/common/slowness';

/** Presses a second apart, told of twice as by two parts of a screen, each with a long task right after it or not. @returns whether the device then counts as slow */
function isSlowAfter(presses: string): boolean {
  const slowness = createSlowness();
  [...presses].forEach((press, second) => {
    for (let told = 0; told < 2; told++) slowness.press(second * 1000);
    if (press === '!') slowness.longTask(second * 1000 + 20);
  });
  return slowness.isSlow;
}

test.each([
  ['no press took long', '.........', false],
  ['only the first presses took long, which bring the code', '!!!......', false],
  ['a few presses took long by chance', '...!!.!..!!..', false],
  ['nearly all of the last presses took long', '...!!.!!', true],
  ['every press took long', '!!!!!!!', true],
  ['it was slow once: nothing is drawn in one task any more, so that no task is long', '...!!!!......', true],
])('slow device: is told rightly when %s', (_when, presses, slow) => {
  expect(isSlowAfter(presses)).toBe(slow);
});

test('slow device: takes no task for a press when it began long before or after it', () => {
  const slowness = createSlowness();
  for (let second = 0; second < 10; second++) {
    slowness.press(second * 1000);
    slowness.longTask(second * 1000 + 400);
  }
  expect(slowness.isSlow).toBe(false);
});

test('slow device: counts a press once when it has several long tasks', () => {
  const slowness = createSlowness();
  for (let second = 0; second < 6; second++) slowness.press(second * 1000);
  for (const later of [-10, 0, 20, 40, 80]) slowness.longTask(5000 + later);
  expect(slowness.isSlow).toBe(false);
});
