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
    if (weight[i] === 0) return;
    for (const a of own) for (const b of own) if (b <= a) gram[a * width + b] += weight[i];
  });
  for (let a = 0; a < width; a++) gram[a * width + a] += ridge;
  choleskyInPlace(gram, width);
  const moment = new Float64Array(width);
  return (places, d) => {
    const weights = new Float64Array(width * d);
    for (let k = 0; k < d; k++) {
      moment.fill(0);
      bits.forEach((own, i) => {
        const y = weight[i] * places[i * d + k];
        if (y !== 0) for (const a of own) moment[a] += y;
      });
      solveFactored(gram, width, moment);
      for (let a = 0; a < width; a++) weights[a * d + k] = moment[a];
    }
    return weights;
  };
}
