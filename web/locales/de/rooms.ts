/** What the screens of rooms say, as a chunk of its own. */
import rooms from "./rooms.ftl";

export default [rooms];
