/** How a model looks and what it is called, the same in every chart, legend and table. */
export interface ModelStyle {
  /** A CSS colour that follows the colour scheme. */
  color: string;
  /** An SVG dash pattern; undefined is a whole line. */
  dash?: string;
  marker: Marker;
  /** One sentence: what it is. */
  says: string;
}

/** The shape of a data point. */
export type Marker = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross';

/*
 * Eight hues after Okabe and Ito (2008), shaded for paper and for the dark in CompareScreen.module.css. Where two models share a
 * hue, dash and marker tell them apart: no two share all three.
 */
const STYLES: Record<string, ModelStyle> = {
  constant: {
    ...{ color: 'var(--hue-gray)', dash: '1.5 4', marker: 'cross' },
    says: 'Four stars for every film. What is not above it has learned nothing.',
  },
  'user-constant': {
    ...{ color: 'var(--hue-ink)', dash: '1.5 4', marker: 'cross' },
    says: 'For each user the one answer that fits their training part best.',
  },
  popularity: {
    ...{ color: 'var(--hue-yellow)', dash: '9 3 2 3', marker: 'square' },
    says: 'What most people rated and liked, the same for everyone.',
  },
  bias: {
    ...{ color: 'var(--hue-gray)', dash: '9 4', marker: 'square' },
    says: 'Global mean, plus how good the film is, plus how generous the user is.',
  },
  wnn: {
    ...{ color: 'var(--hue-vermilion)', marker: 'circle' },
    says: 'The personal weightless network of this app, on public facts about films alone.',
  },
  hybrid: {
    ...{ color: 'var(--hue-blue)', marker: 'diamond' },
    says: 'The weightless network, augmented by codes learned from other people’s ratings.',
  },
  'wnn-paper': {
    ...{ color: 'var(--hue-purple)', dash: '6 3', marker: 'circle' },
    says: 'The paper’s neural state machine: a reconstruction, since its source is not public.',
  },
  'weighted-paper': {
    ...{ color: 'var(--hue-orange)', dash: '6 3', marker: 'triangle' },
    says: 'The paper’s weighted network: a small perceptron per user, trained by backpropagation.',
  },
  'cf-paper': {
    ...{ color: 'var(--hue-green)', dash: '6 3', marker: 'diamond' },
    says: 'The paper’s neural collaborative filtering, trained on all users at once.',
  },
  ridge: {
    ...{ color: 'var(--hue-sky)', marker: 'square' },
    says: 'Ridge regression per user, in closed form, on the same bits as the weightless network.',
  },
  'item-knn': {
    ...{ color: 'var(--hue-yellow)', marker: 'triangle' },
    says: 'Films rated alike by many people, weighted by what this user thought of them.',
  },
  'user-knn': {
    ...{ color: 'var(--hue-orange)', marker: 'square' },
    says: 'People who rated alike, and what they thought of the film.',
  },
  mf: {
    ...{ color: 'var(--hue-purple)', marker: 'triangle' },
    says: 'Matrix factorization by alternating least squares; a new user is folded in.',
  },
  ease: {
    ...{ color: 'var(--hue-ink)', marker: 'diamond' },
    says: 'A linear item-to-item model in closed form (Steck 2019), made for lists.',
  },
  'popular-lately': {
    ...{ color: 'var(--hue-yellow)', dash: '9 4', marker: 'diamond' },
    says: 'What most people liked around the time of the user’s last click, whatever the user likes.',
  },
  wisard: {
    ...{ color: 'var(--hue-purple)', dash: '1.5 4', marker: 'circle' },
    says: 'The classic weightless network: random tuples, two discriminators, bleaching.',
  },
  bthowen: {
    ...{ color: 'var(--hue-purple)', dash: '9 4', marker: 'square' },
    says: 'Counting Bloom filters for RAM nodes (PACT 2022), as published: it cannot forget.',
  },
  'bthowen-counting': {
    ...{ color: 'var(--hue-purple)', dash: '9 3 2 3', marker: 'diamond' },
    says: 'The same with plain counters, which can be counted down again.',
  },
  'cf-paper-leporid': {
    ...{ color: 'var(--hue-green)', dash: '9 3 2 3', marker: 'diamond' },
    says: 'The paper’s neural collaborative filtering, its embeddings started well.',
  },
  'weighted-tuned': {
    ...{ color: 'var(--hue-orange)', dash: '9 3 2 3', marker: 'triangle' },
    says: 'The paper’s weighted network given its best: trained on everybody, then tuned to the user.',
  },
  ftrl: {
    ...{ color: 'var(--hue-orange)', dash: '9 4', marker: 'diamond' },
    says: 'Follow-the-regularized-leader, the industry’s standard for clicks: one step a click, never taken back.',
  },
  'ridge-prior': {
    ...{ color: 'var(--hue-sky)', dash: '9 4', marker: 'square' },
    says: 'Ridge regression toward the weights that people like to have, learned from other users.',
  },
  'ridge-prior-codes': {
    ...{ color: 'var(--hue-sky)', dash: '6 3', marker: 'diamond' },
    says: 'The same, with codes learned from other people’s ratings.',
  },
  'ease-recent': {
    ...{ color: 'var(--hue-sky)', marker: 'circle' },
    says: 'EASE that lets older clicks count less.',
  },
  'ease-recent-tail': {
    ...{ color: 'var(--hue-sky)', dash: '6 3', marker: 'circle' },
    says: 'The same, chosen for lists that are not all famous films.',
  },
  rp3beta: {
    ...{ color: 'var(--hue-gray)', marker: 'circle' },
    says: 'A random walk over people and films, popular films held back.',
  },
  'gf-cf': {
    ...{ color: 'var(--hue-purple)', marker: 'diamond' },
    says: 'Graph convolution in closed form: two low-pass filters of the user’s likes.',
  },
  ials: {
    ...{ color: 'var(--hue-gray)', marker: 'triangle' },
    says: 'Factors of likes by alternating least squares, tuned as its critics ask.',
  },
};

const UNKNOWN: ModelStyle = { color: 'var(--hue-gray)', marker: 'circle', says: '' };

/** How a model looks and what it is; a gray circle without words for one that is not known. */
export function styleOf(model: string): ModelStyle {
  return STYLES[model] ?? UNKNOWN;
}
