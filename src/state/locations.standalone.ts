import dataset from '../../public/data/movielens.bin?url&inline';
import network from '../../public/data/network-hybrid.bin?url&inline';

/** As in locations.ts: the packed data set as a data URL, within the page. */
export const DATASET_URL: string = dataset;

/** The learned network, likewise. */
export const NETWORK_URL: string = network;

/** As in locations.ts: a page from a disk has no service worker, and needs none. */
export const SERVICE_WORKER_URL: string | null = null;
