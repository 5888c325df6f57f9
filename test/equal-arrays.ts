import { expect } from 'vitest';

/** Whether both are typed arrays of one type with the same bytes, and with that equal; otherwise this cannot tell. */
function sameBytes(a: unknown, b: unknown): true | undefined {
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b) || a.constructor !== b.constructor) return undefined;
  const bytes = (view: ArrayBufferView) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return bytes(a).equals(bytes(b)) || undefined;
}

// Tables have millions of numbers, and Vitest would compare them one by one as it compares objects.
expect.addEqualityTesters([sameBytes]);
