/** The part of libmf 0.2 that the tests use; the package has no types of its own. */
declare module 'libmf' {
  export class Matrix {
    push(row: number, column: number, value: number): void;
  }

  export class Model {
    constructor(options: {
      factors: number;
      iterations: number;
      threads: number;
      lambdaP2: number;
      lambdaQ2: number;
      quiet: boolean;
    });
    fit(data: Matrix): void;
    rmse(data: Matrix): number;
    destroy(): void;
  }
}
