/** A browser whose microphone beeps; whether a page may use it is still asked. */
import config, { WHOLE_BROWSER } from "./playwright.config.ts";

const { launchOptions } = config.use ?? {};

export const withMicrophone = { launchOptions: { ...launchOptions, ...WHOLE_BROWSER, args: [...(launchOptions?.args ?? []), "--use-fake-device-for-media-stream"] } };
