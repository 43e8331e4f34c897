/** Pieces of a file on their way at the same time: enough to keep a line busy, few enough for a small memory. */
const AT_ONCE = 4;

/** Does something with each, a few at a time, in order; the first failure lets nothing further begin and is told once the rest has ended. */
export async function together<T>(all: readonly T[], act: (each: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < all.length && failures.length === 0) {
      const each = all[next++] as T;
      await act(each).catch((error: unknown) => void failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failures.length > 0) throw failures[0];
}
