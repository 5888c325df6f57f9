import 'fake-indexeddb/auto';
import { describePersons } from './persons-contract';

describePersons(40);
