import { looksAtEverySize } from './every-size';

looksAtEverySize('kept nowhere');
