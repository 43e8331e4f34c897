/**
 * How long a test waits for what is to come, in ms. It only ends what hangs: a busy
 * machine fails no test.
 */
export const PATIENCE = 180_000;
