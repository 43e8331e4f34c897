/** What only the settings say, as a chunk of its own. */
import settings from "./settings.ftl";

export default [settings];
