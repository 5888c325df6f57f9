import { looksAtEverySize } from './every-size';

looksAtEverySize('many');
