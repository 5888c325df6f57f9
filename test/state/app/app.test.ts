import 'fake-indexeddb/auto';
import { describeApp } from './app-contract';

describeApp('fake-indexeddb');
