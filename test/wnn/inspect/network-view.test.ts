import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import { explainRanking } from '../../../src/wnn/inspect/explain';
import {
  bestKnownBeside,
  shareCell,
  strongestNodes,
  viewNetwork,
} from '../../../src/wnn/inspect/network-view';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { bundledModel, filmNamed } from '../../fixtures/bundled';
import { plainScores } from '../personal/plain-ranking';

const network = bundledModel();
const item = fc.integer({ min: 0, max: network.bank.itemCount - 1 });
const opinion = fc.constantFrom<Opinion>('like', 'dislike');
const clicks = fc.array(fc.tuple(item, opinion), { maxLength: 30 });

function taught(history: readonly (readonly [number, Opinion])[], own = network): PersonalModel {
  const model = new PersonalModel(own);
  for (const [film, said] of history) model.answer(film, said);
  return model;
}

describe('viewNetwork', () => {
  it('splits the score that orders the list, exactly, and as the explanation does', () => {
    fc.assert(
      fc.property(clicks, item, (history, film) => {
        const model = taught(history);
        const view = viewNetwork(model, film);
        const sum = view.nodes.reduce((total, { vote }) => total + vote, view.start);
        expect(sum + view.beside).toBe(view.score);
        expect([view.score]).toEqual(plainScores(model, [film]));
        const why = explainRanking(model, film);
        expect([view.start, view.score]).toEqual([why.start, why.score]);
      }),
      { numRuns: 40 },
    );
  });

  it('lets no node vote before the first click', () => {
    const view = viewNetwork(taught([]), 0);
    expect(view.nodes.every(({ vote, likes, dislikes }) => vote === 0 && likes === 0 && dislikes === 0)).toBe(
      true,
    );
    expect(view.score).toBe(view.start);
  });

  it('leaves out nodes that do not serve the ranking', () => {
    const strength = network.ranking.liked.map((_, t) => t % 2);
    const changed = { ...network, ranking: { ...network.ranking, liked: strength, watched: strength } };
    const view = viewNetwork(taught([[5, 'like']], changed), 5);
    expect(view.nodes.map(({ node }) => node)).toEqual([...strength.keys()].filter((t) => strength[t] > 0));
  });

  it('counts in a cell the clicks that lead to it', () => {
    const alien = filmNamed('Alien', 1979);
    const others = [filmNamed('The Thing', 1982), filmNamed('Titanic', 1997), filmNamed('Aliens', 1986)];
    const view = viewNetwork(taught(others.map((film) => [film, 'like'])), alien);
    for (const { node, likes } of view.nodes) {
      expect(likes).toBe(others.filter((film) => shareCell(network, node, alien, film)).length);
    }
  });
});

describe('strongestNodes', () => {
  it('shows each node once, the strongest among them, and sums up the rest', () => {
    fc.assert(
      fc.property(clicks, item, fc.integer({ min: 1, max: 40 }), (history, film, count) => {
        const view = viewNetwork(taught(history), film);
        const { shown, others, othersRecalling, othersVote } = strongestNodes(view, count);
        expect(shown).toHaveLength(count);
        expect(others).toBe(view.nodes.length - count);
        const order = shown.map(({ node }) => node);
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        const rest = view.nodes.filter(({ node }) => !order.includes(node));
        const weakest = Math.min(...shown.map(({ vote }) => Math.abs(vote)));
        for (const { vote } of rest) expect(Math.abs(vote)).toBeLessThanOrEqual(weakest);
        expect(othersRecalling).toBe(rest.filter(({ vote }) => vote !== 0).length);
        const { start, beside } = view;
        expect(shown.reduce((sum, { vote }) => sum + vote, start + othersVote + beside)).toBe(view.score);
      }),
      { numRuns: 40 },
    );
  });
});

describe('bestKnownBeside', () => {
  it('names the best known films of the same cell, best known first', () => {
    const { ratings } = network.effects;
    const alien = filmNamed('Alien', 1979);
    const node = viewNetwork(taught([]), alien).nodes.find(({ cell }) => cell > 0)?.node ?? 0;
    const all = Array.from(ratings.keys()).filter(
      (film) => film !== alien && shareCell(network, node, alien, film),
    );
    all.sort((a, b) => ratings[b] - ratings[a] || a - b);
    expect(bestKnownBeside(network, node, alien, ratings, 3)).toEqual(all.slice(0, 3));
  });
});
