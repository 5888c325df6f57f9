import { expect, test } from 'vitest';
import { savesFiles } from '../../src/ui/common/saving-files';

type View = Parameters<typeof savesFiles>[0];

/** A page in a frame of a page that is in no frame. @param sandbox of the frame; null for none */
function framed(sandbox: string | null): View {
  const frameElement = { getAttribute: () => sandbox } as unknown as Element;
  return { parent: alone() as Window, frameElement };
}

function alone(): View {
  const view = { frameElement: null } as unknown as { parent: unknown };
  view.parent = view;
  return view as unknown as View;
}

test('saving files: is possible on a page by itself and in a frame that allows it', () => {
  expect(savesFiles(alone())).toBe('yes');
  expect(savesFiles(framed(null))).toBe('yes');
  expect(savesFiles(framed('allow-scripts allow-same-origin Allow-Downloads'))).toBe('yes');
});

test('saving files: is not possible in a sandboxed frame that does not allow it', () => {
  for (const sandbox of ['', 'allow-scripts allow-same-origin'])
    expect(savesFiles(framed(sandbox))).toBe('no');
});

test('saving files: is unknown where the page cannot see what it is in', () => {
  const refused = {
    ...framed(null),
    get frameElement(): Element {
      throw new DOMException('no', 'SecurityError');
    },
  };
  expect(savesFiles(refused)).toBe('unknown');
  expect(savesFiles({ ...framed(null), frameElement: null })).toBe('unknown');
});
