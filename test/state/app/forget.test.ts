import 'fake-indexeddb/auto';
import { describeForgetting } from './forget-contract';

describeForgetting('fake-indexeddb');
