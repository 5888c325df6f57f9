// RMSE of new-user by length of history, fame and age of the film: tsx scripts/fit/breakdowns.ts [--split chronological]
import { parseArgs } from 'node:util';
import { loadBundledData } from '../../src/cli/load-data';
import { newUser } from '../../src/evaluation/new-user';
import { findModel } from '../../src/evaluation/recommenders/registry';
import type { EvaluationOptions, Split } from '../../src/evaluation/types';

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'random' },
    models: { type: 'string', default: 'bias,item-knn,mf,ridge,wnn,hybrid' },
  },
});
const models = values.models.split(',');
const options: EvaluationOptions = {
  protocol: 'new-user',
  models,
  split: values.split as Split,
  feedback: 'stars',
  fit: 'full',
  join: 'corrected',
  ...{ users: 0, ratings: 0, folds: 5, seed: 1, seeds: 1 },
};

interface Group {
  name: string;
  /** @param learned ratings that the model has learned; @param known ratings of the film by training users. */
  holds(learned: number, known: number, year: number): boolean;
}

/** A user with fewer than 40 ratings has learned fewer than 32. */
const GROUPS: Group[] = [
  { name: 'all', holds: () => true },
  { name: 'fewer than 40 ratings', holds: (learned) => learned < 32 },
  { name: '40 to 99', holds: (learned) => learned >= 32 && learned < 80 },
  { name: '100 to 299', holds: (learned) => learned >= 80 && learned < 240 },
  { name: '300 or more', holds: (learned) => learned >= 240 },
  { name: 'film rated by 0 to 4 others', holds: (_, known) => known < 5 },
  { name: 'by 5 to 19', holds: (_, known) => known >= 5 && known < 20 },
  { name: 'by 20 to 99', holds: (_, known) => known >= 20 && known < 100 },
  { name: 'by 100 or more', holds: (_, known) => known >= 100 },
  { name: 'film from 2010 on', holds: (_learned, _known, year) => year >= 2010 },
];

const dataset = loadBundledData();
const squares = models.map(() => new Float64Array(GROUPS.length));
const counts = new Float64Array(GROUPS.length);

for (const unit of newUser.plan(dataset, options)) {
  const { training, subjects } = newUser.prepare(dataset, options, unit);
  const known = training.effects.ratings;
  const fitted = models.map((name) =>
    findModel(name, options).create({ protocol: 'new-user', fit: options.fit }).fit(training, []),
  );
  subjects.forEach(({ train, test, seed }, index) => {
    const predicted = fitted.map((model) => model.personalize(train, seed, index).predict(test.item));
    test.item.forEach((item, r) => {
      GROUPS.forEach(({ holds }, g) => {
        if (!holds(train.item.length, known[item], dataset.catalogue.year[item])) return;
        counts[g]++;
        predicted.forEach((stars, m) => {
          const held = Math.min(5, Math.max(0.5, stars[r]));
          squares[m][g] += (held - test.halfStars[r] / 2) ** 2;
        });
      });
    });
  });
}

console.table(
  GROUPS.map(({ name }, g) => ({
    group: name,
    ratings: counts[g],
    ...Object.fromEntries(models.map((model, m) => [model, Math.sqrt(squares[m][g] / counts[g]).toFixed(4)])),
  })),
);
