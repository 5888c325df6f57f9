import { looksAtEverySize } from './every-size';

looksAtEverySize('few', 3, 3);
