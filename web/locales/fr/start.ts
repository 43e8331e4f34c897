/** What the way into therapy says, as a chunk of its own. */
import start from "./start.ftl";

export default [start];
