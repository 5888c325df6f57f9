import * as words from '../../words/en/compare/models';

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
    says: words.constant,
  },
  'user-constant': {
    ...{ color: 'var(--hue-ink)', dash: '1.5 4', marker: 'cross' },
    says: words.userConstant,
  },
  popularity: {
    ...{ color: 'var(--hue-yellow)', dash: '9 3 2 3', marker: 'square' },
    says: words.popularity,
  },
  bias: {
    ...{ color: 'var(--hue-gray)', dash: '9 4', marker: 'square' },
    says: words.bias,
  },
  wnn: {
    ...{ color: 'var(--hue-vermilion)', marker: 'circle' },
    says: words.wnn,
  },
  hybrid: {
    ...{ color: 'var(--hue-blue)', marker: 'diamond' },
    says: words.hybrid,
  },
  'wnn-paper': {
    ...{ color: 'var(--hue-purple)', dash: '6 3', marker: 'circle' },
    says: words.wnnPaper,
  },
  'weighted-paper': {
    ...{ color: 'var(--hue-orange)', dash: '6 3', marker: 'triangle' },
    says: words.weightedPaper,
  },
  'cf-paper': {
    ...{ color: 'var(--hue-green)', dash: '6 3', marker: 'diamond' },
    says: words.cfPaper,
  },
  ridge: {
    ...{ color: 'var(--hue-sky)', marker: 'square' },
    says: words.ridge,
  },
  'item-knn': {
    ...{ color: 'var(--hue-yellow)', marker: 'triangle' },
    says: words.itemKnn,
  },
  'user-knn': {
    ...{ color: 'var(--hue-orange)', marker: 'square' },
    says: words.userKnn,
  },
  mf: {
    ...{ color: 'var(--hue-purple)', marker: 'triangle' },
    says: words.mf,
  },
  ease: {
    ...{ color: 'var(--hue-ink)', marker: 'diamond' },
    says: words.ease,
  },
  'popular-lately': {
    ...{ color: 'var(--hue-yellow)', dash: '9 4', marker: 'diamond' },
    says: words.popularLately,
  },
  wisard: {
    ...{ color: 'var(--hue-purple)', dash: '1.5 4', marker: 'circle' },
    says: words.wisard,
  },
  bthowen: {
    ...{ color: 'var(--hue-purple)', dash: '9 4', marker: 'square' },
    says: words.bthowen,
  },
  'bthowen-counting': {
    ...{ color: 'var(--hue-purple)', dash: '9 3 2 3', marker: 'diamond' },
    says: words.bthowenCounting,
  },
  'cf-paper-leporid': {
    ...{ color: 'var(--hue-green)', dash: '9 3 2 3', marker: 'diamond' },
    says: words.cfPaperLeporid,
  },
  'weighted-tuned': {
    ...{ color: 'var(--hue-orange)', dash: '9 3 2 3', marker: 'triangle' },
    says: words.weightedTuned,
  },
  ftrl: {
    ...{ color: 'var(--hue-orange)', dash: '9 4', marker: 'diamond' },
    says: words.ftrl,
  },
  'ridge-prior': {
    ...{ color: 'var(--hue-sky)', dash: '9 4', marker: 'square' },
    says: words.ridgePrior,
  },
  'ridge-prior-codes': {
    ...{ color: 'var(--hue-sky)', dash: '6 3', marker: 'diamond' },
    says: words.ridgePriorCodes,
  },
  'ease-recent': {
    ...{ color: 'var(--hue-sky)', marker: 'circle' },
    says: words.easeRecent,
  },
  'ease-recent-tail': {
    ...{ color: 'var(--hue-sky)', dash: '6 3', marker: 'circle' },
    says: words.easeRecentTail,
  },
  rp3beta: {
    ...{ color: 'var(--hue-gray)', marker: 'circle' },
    says: words.rp3beta,
  },
  'gf-cf': {
    ...{ color: 'var(--hue-purple)', marker: 'diamond' },
    says: words.gfCf,
  },
  ials: {
    ...{ color: 'var(--hue-gray)', marker: 'triangle' },
    says: words.ials,
  },
};

const UNKNOWN: ModelStyle = { color: 'var(--hue-gray)', marker: 'circle', says: '' };

/** How a model looks and what it is; a gray circle without words for one that is not known. */
export function styleOf(model: string): ModelStyle {
  return STYLES[model] ?? UNKNOWN;
}
