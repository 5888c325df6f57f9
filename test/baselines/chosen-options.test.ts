import { describe, expect, it } from 'vitest';
import { createBias } from '../../src/baselines/bias';
import { type ChosenOptions, optionsFor } from '../../src/baselines/chosen-options';
import { UNGATED } from '../../src/baselines/history-gate';
import { fitAnswerLines } from '../../src/data/answer-lines';
import { answersOf } from '../../src/evaluation/splits';
import { makeDataset } from '../fixtures/small-world';
import { historyOf, plainTraining } from './toy';

const chosen: ChosenOptions<{ lambda: number; rounds: number }> = {
  stars: { lambda: 40, rounds: 5 },
  clicks: { lambda: 36 },
};

describe('chosen options', () => {
  it('are those of the stars wherever no answers are taught', () => {
    expect(optionsFor(chosen, 'stars')).toEqual({ lambda: 40, rounds: 5 });
    expect(optionsFor(chosen, 'likes')).toEqual({ lambda: 40, rounds: 5 });
  });

  it('differ for answers only where something else was chosen', () => {
    expect(optionsFor(chosen, 'clicks')).toEqual({ lambda: 36, rounds: 5 });
  });

  it('give way to what the caller sets, whatever is taught', () => {
    expect(optionsFor(chosen, 'clicks', { lambda: 1 })).toEqual({ lambda: 1, rounds: 5 });
    expect(optionsFor(chosen, 'stars', { lambda: 1 })).toEqual({ lambda: 1, rounds: 5 });
  });

  it('weigh b_u of answers by their number, and of stars as it is', () => {
    const { ratings } = makeDataset(4, 30, 20);
    const stars = plainTraining(ratings, 30);
    const clicks = { ...stars, feedback: 'clicks' as const, answers: fitAnswerLines(ratings, stars.effects) };
    const history = historyOf(...Array.from({ length: 10 }, (_, i): [number, number] => [i, (i % 5) + 1]));
    const films = Uint32Array.of(25);
    const above = (training: typeof stars, model: ReturnType<typeof createBias>) => {
      const [none, all] = [historyOf(), history].map((learned) =>
        model
          .fit(training, [])
          .personalize(training.feedback === 'clicks' ? answersOf(learned) : learned, 1, 0),
      );
      return all.predict(films)[0] - none.predict(films)[0];
    };
    const plain = createBias({ gates: UNGATED });
    expect(above(stars, createBias())).toBe(above(stars, plain));
    // The gate after ten answers.
    expect(above(clicks, createBias()) / above(clicks, plain)).toBeCloseTo(1.05, 9);
  });
});
