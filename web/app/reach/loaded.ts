/** What begin.ts fetches once somebody is in. */
export { forgetApp, keepApp } from "./shell.ts";
import "./told.ts";
