import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { createRandom } from '../../src/lib/random';
import { useOrder } from '../../src/ui/recommend/order/use-order';

/** A list as FilmList draws it: rendered by key, ordered by hand. */
function Rows({ keys }: { keys: readonly number[] }) {
  const list = useRef<HTMLOListElement>(null);
  useOrder(list, keys);
  return (
    <ol ref={list}>
      {keys
        .toSorted((a, b) => a - b)
        .map((key) => (
          <li key={key} data-key={key}>
            <button type="button">{key}</button>
          </li>
        ))}
    </ol>
  );
}

function mountRows() {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const rows = () => [...place.querySelectorAll('li')];
  return {
    rows,
    draw: (keys: readonly number[]) => flushSync(() => root.render(<Rows keys={keys} />)),
    order: () => rows().map(({ dataset }) => Number(dataset.key)),
    end() {
      root.unmount();
      place.remove();
    },
  };
}

test('the order of a list: is the one asked for after any rows came, went and changed places', () => {
  const { draw, order, end } = mountRows();
  const random = createRandom(1);
  const all = Array.from({ length: 15 }, (_, key) => key);
  for (let round = 0; round < 200; round++) {
    const keys = random.shuffle(all).slice(0, Math.floor(random.next() * 13));
    draw(keys);
    expect(order()).toEqual(keys);
  }
  end();
});

test('the order of a list: moves one row when one rises to the top', async () => {
  const { draw, rows, order, end } = mountRows();
  draw([1, 2, 3, 4, 5]);
  const moved = new Set<Node>();
  const watching = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) moved.add(node);
  });
  watching.observe(rows()[0].parentElement!, { childList: true });
  draw([5, 1, 2, 3, 4]);
  await Promise.resolve();
  expect(order()).toEqual([5, 1, 2, 3, 4]);
  expect([...moved]).toEqual([rows()[0]]);
  end();
});

test('the order of a list: leaves the focus where it is when the row that holds it moves', () => {
  const { draw, rows, end } = mountRows();
  draw([1, 2, 3, 4]);
  const button = rows()[3].querySelector('button')!;
  button.focus();
  draw([4, 1, 2, 3]);
  expect(document.activeElement).toBe(button);
  end();
});
