/*
 * Where this build finds what lies beside its page. The build in one file has locations.standalone.ts instead.
 */

/** The packed data set. Absolute, so that it means the same in a worker. */
export const DATASET_URL = new URL(`${import.meta.env.BASE_URL}data/movielens.bin`, document.baseURI).href;

/** The service worker; null where there is none, as during development. */
export const SERVICE_WORKER_URL: string | null = import.meta.env.PROD
  ? `${import.meta.env.BASE_URL}sw.js`
  : null;
