import { looksAtEverySize } from './every-size';

looksAtEverySize('before so-so');
