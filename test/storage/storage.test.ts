import 'fake-indexeddb/auto';
import { describeStorage } from './storage-contract';

describeStorage('fake-indexeddb');
