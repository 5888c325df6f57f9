import { expose } from 'comlink';
import { createCompareService } from './service';

expose(createCompareService({ fetch: (url) => fetch(url), clock: () => performance.now() }));
