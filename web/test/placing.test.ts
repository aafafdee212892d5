import { expect, test } from 'vitest';
import { placed } from '../src/words/placing';

const box = (spot: { x: number; y: number }, width: number) => ({ left: spot.x, right: spot.x + width, top: spot.y - 10, bottom: spot.y + 3 });

test('labels never overlap, and the most important ones are set first', () => {
  const wishes = Array.from({ length: 30 }, (_, at) => ({ x: 200 + (at % 6) * 9, y: 150 + Math.floor(at / 6) * 7, width: 70 + at }));
  const spots = placed(wishes, [], 600, 300);
  const set = spots.flatMap((spot, at) => (spot ? [box(spot, wishes[at]?.width ?? 0)] : []));
  expect(spots[0]).toEqual({ x: 165, y: 143 });
  expect(set.length).toBeGreaterThan(3);
  expect(set.length).toBeLessThan(30);
  for (const [at, one] of set.entries()) {
    for (const other of set.slice(at + 1)) {
      expect(one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom).toBe(false);
    }
  }
});

test('a label keeps away from marks where it can, and inside the picture', () => {
  const beside = placed([{ x: 100, y: 100, width: 40 }], [{ x: 100, y: 90, r: 4 }, { x: 100, y: 112, r: 4 }], 400, 200)[0];
  expect(beside).toEqual({ x: 107, y: 103.5 });
  const corner = placed([{ x: 2, y: 100, width: 60 }], [], 400, 200)[0];
  expect(corner?.x).toBeGreaterThanOrEqual(0);
  expect(placed([{ x: -5, y: 100, width: 60 }], [], 400, 200)).toEqual([undefined]);
});
