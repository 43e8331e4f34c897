/** A browser whose microphone beeps; whether a page may use it is still asked. */
import config from "./playwright.config.ts";

const { launchOptions } = config.use ?? {};

export const withMicrophone = { launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), "--use-fake-device-for-media-stream"] } };
