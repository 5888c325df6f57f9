import { looksAtEverySize } from './every-size';

looksAtEverySize('few', 2, 3);
