/** What the screens of the access log say, as a chunk of their own. */
import access from "./access.ftl";

export default [access];
