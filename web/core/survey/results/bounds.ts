/**
 * What can be told of a hidden cell of a table with two sides: its margins and the shown
 * cells are known, so the hidden ones are a point of a transport polytope, whose bounds
 * are whole numbers that a maximal flow finds (Cox, "Network models for complementary
 * cell suppression", JASA 90, 1995). The true table is such a point; from there units
 * are pushed round cycles of hidden cells.
 */

/** Whether some table with the same margins and shown cells has at least `goal` in the hidden cell. */
export function mayReach(table: readonly (readonly number[])[], isHidden: (row: number, column: number) => boolean, row: number, column: number, goal: number): boolean {
  const held = table.map((counts) => [...counts]);
  for (let at = held[row]?.[column] ?? 0; at < goal; at++) if (!push(held, isHidden, row, column)) return false;
  return true;
}

/** Moves one unit into the cell round the shortest cycle: out of its row, and in the end out of its column. */
function push(held: number[][], isHidden: (row: number, column: number) => boolean, row: number, column: number): boolean {
  const from = new Map<number, { readonly row: number; readonly column: number } | undefined>([[row, undefined]]);
  const queue = [row];
  const gives = (at: number, across: number) => isHidden(at, across) && (held[at]?.[across] ?? 0) > 0;
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at !== row && gives(at, column)) return turn(held, from, at, row, column);
    for (let across = 0; across < (held[at]?.length ?? 0); across++) {
      if (across === column || !gives(at, across)) continue;
      for (let next = 0; next < held.length; next++) {
        if (from.has(next) || !isHidden(next, across)) continue;
        from.set(next, { row: at, column: across });
        queue.push(next);
      }
    }
  }
  return false;
}

function turn(held: number[][], from: ReadonlyMap<number, { readonly row: number; readonly column: number } | undefined>, last: number, row: number, column: number): true {
  const add = (at: number, across: number, by: number) => { held[at]![across]! += by; };
  add(last, column, -1);
  for (let at = last, step = from.get(at); step; at = step.row, step = from.get(at)) {
    add(at, step.column, 1);
    add(step.row, step.column, -1);
  }
  add(row, column, 1);
  return true;
}
