import 'fake-indexeddb/auto';
import { describeLog } from './log-contract';

describeLog('fake-indexeddb', 30);
