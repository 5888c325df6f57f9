import { expect } from 'vitest';
import { describeWholeUpgrade } from './upgrade-contract';

describeWholeUpgrade('a real browser', async (file) => {
  const response = await fetch(`/data/${file}`);
  expect(response.ok).toBe(true);
  return new Uint8Array(await response.arrayBuffer());
});
