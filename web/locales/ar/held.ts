/** What the screen of what the server holds says, as a chunk of its own. */
import held from "./held.ftl";

export default [held];
