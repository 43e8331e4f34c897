/** Whether this browser keeps anything of an account, for those who ask before the core is there. */

/** The IndexedDB of storage.ts. */
export const DATABASE = "alcove";

/** True unless the browser knows for certain that nothing was ever kept. */
export async function mayBeKept(): Promise<boolean> {
  if (!("databases" in indexedDB)) return true;
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}
