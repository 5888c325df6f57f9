/** How neighbours' residuals become one vote. */
export interface VoteOptions {
  /** At most this many of the most similar neighbours speak. */
  neighbours: number;
  /** Added to the sum of weights that the votes are divided by. */
  voteShrinkage: number;
  /** A neighbour's weight is its similarity to this power. */
  power: number;
}

/** Gathers neighbours one by one, keeps the most similar, and lets them vote; made once, used for film after film. */
export interface NeighbourVote {
  /** Offers a neighbour; those with similarity <= 0 have no say. */
  offer(similarity: number, residual: number): void;
  /** sum(s^p r) / (sum(s^p) + shrinkage) of the kept neighbours, 0 without any; forgets them. */
  take(): number;
}

/** A vote with nothing offered yet. */
export function createNeighbourVote({ neighbours, voteShrinkage, power }: VoteOptions): NeighbourVote {
  const similarities = new Float64Array(neighbours);
  const residuals = new Float64Array(neighbours);
  let kept = 0;
  return {
    offer(similarity, residual) {
      if (similarity <= 0 || (kept === neighbours && similarity <= similarities[kept - 1])) return;
      let place = kept < neighbours ? kept++ : neighbours - 1;
      for (; place > 0 && similarities[place - 1] < similarity; place--) {
        similarities[place] = similarities[place - 1];
        residuals[place] = residuals[place - 1];
      }
      similarities[place] = similarity;
      residuals[place] = residual;
    },
    take() {
      let sum = 0;
      let weights = voteShrinkage;
      for (let place = 0; place < kept; place++) {
        const weight = similarities[place] ** power;
        sum += weight * residuals[place];
        weights += weight;
      }
      kept = 0;
      return weights > 0 ? sum / weights : 0;
    },
  };
}
