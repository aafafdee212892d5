/** Where a label wants to be, and how wide it is; all in pixels. */
export interface Wish {
  x: number;
  y: number;
  width: number;
}

/** Where a label is set: its left end on its base line. */
export interface Spot {
  x: number;
  y: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const ASCENT = 10;
const DESCENT = 3;
const AIR = 3;
const AWAY = 7;

const meets = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const boxOf = (spot: Spot, width: number): Box => ({ left: spot.x - AIR, right: spot.x + width + AIR, top: spot.y - ASCENT - AIR, bottom: spot.y + DESCENT + AIR });

/** Above, below, right and left of a point; above and below also shifted to either side. */
function around({ x, y, width }: Wish): Spot[] {
  const above = y - AWAY;
  const below = y + AWAY + ASCENT;
  const middle = y + (ASCENT - DESCENT) / 2;
  return [
    { x: x - width / 2, y: above },
    { x: x - width / 2, y: below },
    { x: x + AWAY, y: middle },
    { x: x - width - AWAY, y: middle },
    { x: x - 4, y: above },
    { x: x - width + 4, y: above },
    { x: x - 4, y: below },
    { x: x - width + 4, y: below },
  ];
}

/**
 * Sets labels around their points so that no two overlap, the first ones first; what does not fit is left out.
 *
 * @param wishes the labels, the most important first
 * @param marks points that labels should not cover where there is another place
 * @returns for each label where it is set; undefined where it does not fit
 */
export function placed(wishes: readonly Wish[], marks: readonly { x: number; y: number; r: number }[], wide: number, high: number): (Spot | undefined)[] {
  const taken: Box[] = [];
  return wishes.map((wish) => {
    if (wish.x < 0 || wish.x > wide || wish.y < 0 || wish.y > high) return undefined;
    let best: { spot: Spot; box: Box; covers: number } | undefined;
    for (const spot of around(wish)) {
      const box = boxOf(spot, wish.width);
      if (box.left < 0 || box.right > wide || box.top < 0 || box.bottom > high || taken.some((other) => meets(box, other))) continue;
      const covers = marks.filter((mark) => meets(box, { left: mark.x - mark.r, right: mark.x + mark.r, top: mark.y - mark.r, bottom: mark.y + mark.r })).length;
      if (!best || covers < best.covers) best = { spot, box, covers };
    }
    if (best) taken.push(best.box);
    return best?.spot;
  });
}
