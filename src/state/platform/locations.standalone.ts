import films from '../../../public/data/films.bin?url&inline';
import hybrid from '../../../public/data/network-hybrid.bin?url&inline';
import wnn from '../../../public/data/network-wnn.bin?url&inline';
import ratings from '../../../public/data/ratings.bin?url&inline';

/** As in locations.ts: the packed data set as data URLs, within the page. */
export const DATASET_URLS = { films, ratings };

/** The learned networks, likewise. */
export const NETWORK_URLS = { hybrid, wnn };

/** As in locations.ts: a page from a disk has no service worker, and needs none. */
export const SERVICE_WORKER_URL: string | null = null;
