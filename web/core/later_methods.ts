type Method = (...args: readonly never[]) => Promise<unknown>;

/** Methods of what is loaded when the first of them is called. */
export function laterMethods<T extends object>(names: readonly (keyof T & string)[], load: () => Promise<T>): T {
  const method = (name: keyof T): Method => async (...args) => ((await load())[name] as Method)(...args);
  return Object.fromEntries(names.map((name) => [name, method(name)])) as T;
}
