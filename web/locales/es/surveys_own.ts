/** What only whoever composes surveys reads, as a chunk of its own. */
import own from "./surveys_own.ftl";

export default [own];
