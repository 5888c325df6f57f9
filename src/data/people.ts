/** What a data set says of a person. */
export interface Person {
  /** "F", "M", or whatever the data say. */
  gender: string;
  /** In years; in MovieLens 1M the first year of a band. */
  age: number;
}
