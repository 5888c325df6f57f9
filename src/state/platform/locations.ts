/*
 * Where this build finds what lies beside its page. The build in one file has locations.standalone.ts instead.
 */

/** Absolute, so that it means the same in a worker. */
const inData = (file: string) => new URL(`${import.meta.env.BASE_URL}data/${file}`, document.baseURI).href;

/** The packed data set. */
export const DATASET_URLS = { films: inData('films.bin'), ratings: inData('ratings.bin') };

/** The learned networks. */
export const NETWORK_URLS = { hybrid: inData('network-hybrid.bin'), wnn: inData('network-wnn.bin') };

/** The service worker; null where there is none, as during development. */
export const SERVICE_WORKER_URL: string | null = import.meta.env.PROD
  ? `${import.meta.env.BASE_URL}sw.js`
  : null;
