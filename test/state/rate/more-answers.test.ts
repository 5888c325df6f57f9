import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/child.mjs';
import { ENOUGH_ANSWERS, isMeasured, nextStep, PEOPLE_MEASURED } from '../../../src/state/rate/more-answers';

/** The table in docs/results.md of lists by the number of answers taught: its heads, and the row of the model that the app uses. */
function measured(): { people: number; qualities: Map<number, number> } {
  const [, section] = readFileSync(join(ROOT, 'docs/results.md'), 'utf8').split('<!-- section beginners -->');
  const [, people, table] =
    /nDCG@10 by the number of answers taught \((\d+) users\):\n\n([\s\S]*?)\n\n/.exec(section) ?? [];
  const cells = (row: RegExp) => row.exec(table)?.[1].split(' | ') ?? [];
  const heads = cells(/^\| model \| (.*) \|$/m);
  const figures = cells(/^\| hybrid \| (.*) \|$/m);
  const pairs = heads.map((head, column) => [Number(head), Number(figures[column])] as const);
  return { people: Number(people), qualities: new Map(pairs.filter(([answers]) => answers > 0)) };
}

describe('more answers', () => {
  test('tells what docs/results.md has measured, and of all that it has', () => {
    const { people, qualities } = measured();
    expect(PEOPLE_MEASURED).toBe(people);
    const answers = [...qualities.keys()];
    expect(ENOUGH_ANSWERS).toBe(Math.max(...answers));
    const told = answers.slice(0, -1).map(nextStep);
    expect(told).toEqual(
      answers.slice(1).map((to, place) => {
        const from = answers[place];
        const gain = (qualities.get(to) ?? 0) / (qualities.get(from) ?? 0) - 1;
        return { from, to, percent: Math.round(100 * gain) };
      }),
    );
    for (const step of told) expect(step?.percent).toBeGreaterThan(0);
  });

  test('tells of the step that one is on when the answers are between two that were measured', () => {
    expect([1, 2, 3, 4].map((judged) => nextStep(judged)?.to)).toEqual([5, 5, 5, 5]);
    expect([5, 9].map((judged) => nextStep(judged)?.from)).toEqual([5, 5]);
    expect([10, 19].map((judged) => nextStep(judged)?.from)).toEqual([10, 10]);
  });

  test('says nothing from the most that were measured on', () => {
    expect([20, 21, 300].map(nextStep)).toEqual([null, null, null]);
  });

  test('was measured with the bundled films and the network that has codes, and with no other', () => {
    const network = (codes: object | null) => ({ addressing: { codes } }) as never;
    const bundled = { kind: 'bundled' } as const;
    const pack = { kind: 'pack', id: 'one', about: {} as never } as const;
    expect(isMeasured({ source: bundled, network: network({}) })).toBe(true);
    expect(isMeasured({ source: bundled, network: network(null) })).toBe(false);
    expect(isMeasured({ source: pack, network: network({}) })).toBe(false);
  });
});
