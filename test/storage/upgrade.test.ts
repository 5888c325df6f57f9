import 'fake-indexeddb/auto';
import { describeUpgrade } from './upgrade-contract';

describeUpgrade('fake-indexeddb');
