import type { Catalogue } from '../../../data/catalogue';

/** Where a film's page is, for an anchor: the page of the film that an address names by its MovieLens id. */
export function filmAddress({ movieId }: Pick<Catalogue, 'movieId'>, item: number): string {
  return `#/film/${movieId[item]}`;
}

/** The MovieLens id that a route names; undefined where it names none. @param route "/film/1214" */
export function filmOfRoute(route: string): number | undefined {
  const [, digits] = /^\/film\/(\d{1,10})$/.exec(route) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
