/** The catalogues of one language, as one chunk. */
import account from "./account.ftl";
import attachments from "./attachments.ftl";
import conversation from "./conversation.ftl";
import entry from "./entry.ftl";
import errors from "./errors.ftl";
import exporting from "./export.ftl";
import forgetting from "./forgetting.ftl";
import frame from "./frame.ftl";
import linking from "./linking.ftl";
import live from "./live.ftl";
import mail from "./mail.ftl";
import nearby from "./nearby.ftl";
import practice from "./practice.ftl";
import reach from "./reach.ftl";
import voice from "./voice.ftl";
import writing from "./writing.ftl";

export default [account, attachments, conversation, entry, errors, exporting, forgetting, frame, linking, live, mail, nearby, practice, reach, voice, writing];
