/** What is said when the key log does not hold, as a chunk of its own. */
import keylog from "./keylog.ftl";

export default [keylog];
