import { choleskyInPlace, solveFactored } from '../../lib/linear-algebra';

/**
 * A ridge regression of places on bits; factored once, solved for as many places as wanted.
 * @param bits of each film, by `bitsOfFilms`. @param weight of each film, at least 0; length bits.length.
 * @param ridge penalty on squared weights, in films.
 * @returns given places (row-major, films x d), the weights of the map ((width of bits) x d).
 */
export function contentRegression(
  bits: readonly Uint16Array[],
  width: number,
  weight: Float64Array,
  ridge: number,
): (places: ArrayLike<number>, d: number) => Float64Array {
  const gram = new Float64Array(width * width);
  bits.forEach((own, i) => {
    const w = weight[i];
    if (w === 0) return;
    for (let p = 0; p < own.length; p++) {
      const row = own[p] * width;
      // Bits ascend, so that only the lower triangle is written.
      for (let q = 0; q <= p; q++) gram[row + own[q]] += w;
    }
  });
  for (let a = 0; a < width; a++) gram[a * width + a] += ridge;
  choleskyInPlace(gram, width);
  const moment = new Float64Array(width);
  return (places, d) => {
    const weights = new Float64Array(width * d);
    const told = new Float64Array(d);
    bits.forEach((own, i) => {
      if (weight[i] === 0) return;
      for (let k = 0; k < d; k++) told[k] = weight[i] * places[i * d + k];
      for (let p = 0; p < own.length; p++) {
        for (let k = 0, at = own[p] * d; k < d; k++, at++) weights[at] += told[k];
      }
    });
    for (let k = 0; k < d; k++) {
      for (let a = 0; a < width; a++) moment[a] = weights[a * d + k];
      solveFactored(gram, width, moment);
      for (let a = 0; a < width; a++) weights[a * d + k] = moment[a];
    }
    return weights;
  };
}
