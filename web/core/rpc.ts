/**
 * Calling functions of another thread: requests, answers and events over a
 * message port. Both ends know the names of the functions; whatever else is
 * asked for is refused. A failure travels as its code and sentence, never as a
 * stack.
 */
import type { CoreFailure } from "./api.ts";
import { CoreError } from "./errors.ts";

/** What Worker, MessagePort and a worker's own scope have in common. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  start?(): void;
}

type Message =
  | { readonly kind: "call"; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly failure: CoreFailure }
  | { readonly kind: "event"; readonly event: unknown };

/** The functions of `T` that may be called from another thread. */
export type Callable<T> = { readonly [K in keyof T as T[K] extends (...args: never[]) => Promise<unknown> ? K : never]: T[K] };

/** Answers calls on `port` by `target`'s functions of these names; gives a function that sends an event. */
export function serve<T extends object>(port: Port, target: T, names: readonly (keyof Callable<T> & string)[]): (event: unknown) => void {
  const allowed: ReadonlySet<string> = new Set(names);
  const say = (message: Message): void => port.postMessage(message);
  port.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data?.kind !== "call") return;
    const { id, method, args } = data;
    const run = async (): Promise<unknown> => {
      if (!allowed.has(method)) throw new CoreError("internal");
      return (target as Record<string, (...args: readonly unknown[]) => Promise<unknown>>)[method]?.(...args);
    };
    run().then(
      (value) => say({ kind: "answer", id, value }),
      (error: unknown) => say(failureTo(id, error)),
    );
  });
  port.start?.();
  return (event) => say({ kind: "event", event });
}

/** The answer to a call that failed. */
export const failureTo = (id: number, error: unknown): Message => ({ kind: "failure", id, failure: failureOf(error) });

/** What is told of an error: a CoreError's code and sentence; of any other nothing but that it happened. */
export function failureOf(error: unknown): CoreFailure {
  return error instanceof CoreError ? { code: error.code, message: error.message } : { code: "internal" };
}

/** Functions that call those served at the other end of `port`. */
export function connect<T extends object>(port: Port, names: readonly (keyof Callable<T> & string)[], onEvent: (event: unknown) => void = () => undefined): Callable<T> {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: CoreError) => void }>();
  let last = 0;

  port.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    switch (data?.kind) {
      case "answer":
        waiting.get(data.id)?.resolve(data.value);
        waiting.delete(data.id);
        return;
      case "failure":
        waiting.get(data.id)?.reject(new CoreError(data.failure.code, data.failure.message));
        waiting.delete(data.id);
        return;
      case "event":
        onEvent(data.event);
        return;
      default:
        return; // A call is for the other end; anything else is not ours.
    }
  });
  port.start?.();

  const call = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      port.postMessage({ kind: "call", id, method, args } satisfies Message);
    });
  return Object.fromEntries(names.map((name) => [name, (...args: readonly unknown[]) => call(name, args)])) as unknown as Callable<T>;
}
