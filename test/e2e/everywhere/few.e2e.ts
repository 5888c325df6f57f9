import { looksAtEverySize } from './every-size';

looksAtEverySize('few');
