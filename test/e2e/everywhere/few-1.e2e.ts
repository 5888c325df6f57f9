import { looksAtEverySize } from './every-size';

looksAtEverySize('few', 1, 3);
