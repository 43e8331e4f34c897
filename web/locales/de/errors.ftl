error-unknown = Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.
error-recovery_code_differs = Das ist nicht der gezeigte Code. Bitte prüfen Sie ihn.
error-invalid = Hier stimmt etwas noch nicht. Bitte sehen Sie sich Ihre Angaben noch einmal an.

# Log-in and accounts

error-account_exists = Dieses Konto gibt es schon. Bitte melden Sie sich an.
error-account_not_found = Dieses Konto gibt es nicht oder nicht mehr.
error-fresh_login_required = Damit wir sicher sind, dass Sie es sind: Bitte melden Sie sich noch einmal an, bevor Sie dies ändern.
error-invalid_account = Das neue Konto konnte nicht angelegt werden. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.
error-invalid_role = Einladen lassen sich nur Fachpersonen und Praxisleitungen.
error-invitation_invalid = Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte lassen Sie sich einen neuen geben.
error-last_steward = Sie leiten die Praxis als Einzige oder Einziger. Bitte laden Sie jemanden dazu ein, bevor Sie Ihr Konto löschen.
error-login_failed = Anmeldename oder Passphrase stimmt nicht. Bitte prüfen Sie beides: Der Name endet mit vier Ziffern.
error-not_allowed = Mit Ihrem Konto geht das nicht.
error-not_logged_in = Bitte melden Sie sich an.
error-passkey_known = Dieser Passkey wird schon benutzt. Bitte nehmen Sie einen anderen.
error-passphrase_required = Bitte wählen Sie zuerst eine neue Passphrase.
error-passphrase_weak = Diese Passphrase ließe sich erraten. Fügen Sie ein oder zwei Wörter hinzu, oder nehmen Sie die vorgeschlagene.
error-pseudonym_empty = Bitte geben Sie einen Namen ein. Es muss nicht Ihr eigener sein.
error-pseudonym_too_long = Dieser Name ist zu lang. Bitte nehmen Sie einen kürzeren.
error-recovery_failed = Dieser Wiederherstellungscode stimmt nicht. Bitte vergleichen Sie ihn mit dem, was Sie aufgeschrieben haben. Leerzeichen, Striche und Großschreibung spielen keine Rolle.
error-second_factor_failed = Dieser Passkey oder Code wurde nicht angenommen. Jeder Einmalcode gilt nur einmal.
error-second_factor_missing = Bitte richten Sie zuerst einen Passkey ein.
error-second_factor_required = Bitte verwenden Sie zuerst Ihren Passkey oder einen Einmalcode.
error-state_expired = Das hat zu lange gedauert. Bitte beginnen Sie noch einmal.
error-too_many_attempts = Das waren zu viele Versuche. Bitte warten Sie eine Stunde, und versuchen Sie es dann noch einmal.
error-too_many_devices = Dieses Konto wird auf zu vielen Geräten benutzt. Bitte beenden Sie zuerst die anderen Sitzungen in den Einstellungen.
error-too_many_passkeys = Dieses Konto hat schon so viele Passkeys, wie es haben kann.

# This device, its storage and the way to the server

error-offline = Der Server ist gerade nicht zu erreichen. Bitte prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.
error-internal = Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.
error-invalid_request = Der Server konnte das nicht annehmen. Bitte laden Sie die Seite neu, und versuchen Sie es noch einmal.
error-not_found = Das gibt es hier nicht oder nicht mehr.
error-other_tab = Alcove ist in einem anderen Fenster dieses Browsers geöffnet.
error-proof_invalid = Die Antwort Ihres Browsers auf ein kleines Rätsel kam zu spät. Bitte versuchen Sie es noch einmal.
error-proof_required = Ihr Browser muss zuerst ein kleines Rätsel lösen. Bitte versuchen Sie es noch einmal.
error-rate_limited = Aus Ihrem Netz kommen gerade zu viele Anfragen. Bitte warten Sie eine Minute.
error-shutting_down = Der Server startet gerade neu. Bitte warten Sie einen Moment. Was Sie geschrieben haben, bleibt hier erhalten.
error-storage_damaged = Was dieser Browser aufbewahrt hat, lässt sich nicht mehr lesen. Bitte melden Sie sich noch einmal an.
error-storage_failed = Der Server konnte das nicht speichern. Es bleibt hier erhalten und wird noch einmal gesendet.
error-storage_full = Zum Speichern ist kein Platz mehr. Was Sie geschrieben haben, bleibt hier erhalten und wird noch einmal gesendet.
error-storage_unavailable = Dieser Browser lässt die Seite nichts speichern. Bitte erlauben Sie es, oder nehmen Sie ein Fenster, das nicht privat ist.
error-too_many_connections = Alcove ist an zu vielen Stellen gleichzeitig geöffnet. Bitte schließen Sie einige.
error-too_many_key_packages = Dieses Gerät hat schon genug Schlüssel hinterlegt.
error-try_again = Das hat diesmal nicht geklappt. Bitte versuchen Sie es noch einmal.
error-unknown_procedure = Diese Seite ist älter oder neuer als der Server. Bitte laden Sie sie neu.
error-vault_conflict = Ein anderes Fenster hat dies zuerst geändert. Bitte versuchen Sie es noch einmal.
error-vault_damaged = Die eigenen Daten Ihres Kontos lassen sich nicht lesen. Bitte sagen Sie der Praxis Bescheid, und löschen Sie nichts.
error-vault_too_large = Für die eigenen Daten dieses Kontos ist kein Platz mehr.

# Conversations

error-bad_credential = Die Schlüssel der anderen Seite ließen sich nicht bestätigen. Deshalb wurde nichts gesendet. Bitte sagen Sie der Praxis Bescheid.
error-consent_changed = Die Fachperson hat diesen Text geändert, während Sie ihn gelesen haben. Bitte lesen Sie ihn noch einmal.
error-conversation_not_found = Dieses Gespräch gibt es hier nicht oder nicht mehr.
error-conversation_not_open = In diesem Gespräch kann gerade nichts geschrieben werden.
error-epoch_stale = Das Gespräch ist inzwischen weitergegangen. Bitte versuchen Sie es noch einmal.
error-history_exists = Dieses Konto hat seinen Verlauf schon. Bitte laden Sie die Seite neu.
error-join_failed = Dieses Gerät konnte dem Gespräch noch nicht beitreten. Bitte versuchen Sie es gleich noch einmal.
error-malformed_payload = Etwas in diesem Gespräch kann diese Version nicht lesen.
error-malformed_record = Der Server konnte das nicht annehmen. Bitte laden Sie die Seite neu, und versuchen Sie es noch einmal.
error-message_empty = Bitte schreiben Sie zuerst etwas.
error-message_too_long = Diese Nachricht ist zu lang. Bitte senden Sie sie in zwei Teilen.
error-missing_record = Ein Teil dieses Gesprächs ist nicht angekommen. Bitte versuchen Sie es noch einmal, und sagen Sie der Praxis Bescheid, wenn er ausbleibt.
error-nobody_available = Gerade nimmt niemand neue Anfragen an. Bitte schauen Sie später wieder vorbei, oder sehen Sie auf der Krisenseite nach, wenn es nicht warten kann.
error-not_a_member = Sie können nur ein Gespräch beginnen, an dem Sie selbst teilnehmen.
error-nothing_sealed = In diesem Teil steht nichts.
error-practitioner_unreachable = Dieser Fachperson kann noch nicht geschrieben werden. Bitte wählen Sie jemand anderen, oder versuchen Sie es später noch einmal.
error-reason_missing = Bitte geben Sie einen Grund an: Er wird der anderen Person mitgeteilt.
error-record_too_large = Diese Nachricht ist zu lang. Bitte senden Sie sie in zwei Teilen.
error-signal_too_large = Der Server konnte das nicht annehmen. Bitte laden Sie die Seite neu, und versuchen Sie es noch einmal.
error-strangers_in_group = In diesem Gespräch ist jemand, der nicht hineingehört. Deshalb wurde nichts gesendet. Bitte sagen Sie der Praxis Bescheid.
error-stream_closed = Dieses Gespräch ist beendet. Sie können es weiterhin lesen.
error-stream_exists = Dieses Gespräch gibt es schon. Bitte laden Sie die Seite neu.
error-stream_not_found = Dieses Gespräch gibt es nicht, oder Sie nehmen nicht daran teil.
error-too_many_records = Es wurde zu viel auf einmal gesendet. Bitte warten Sie einen Moment.
error-too_many_streams = Mit diesem Konto kann kein weiteres Gespräch eröffnet werden.
error-wrong_epoch = Das Gespräch ist inzwischen weitergegangen. Bitte versuchen Sie es noch einmal.
error-wrong_members = Ein Gespräch findet zwischen zwei Menschen statt: einer Fachperson und jemandem, der Hilfe sucht.
