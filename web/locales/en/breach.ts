/** What is said on the worst day, as a chunk of its own. */
import breach from "./breach.ftl";

export default [breach];
