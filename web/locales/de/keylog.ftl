# What is said when the key log does not hold: loaded when it is first needed.
keylog-label = Warnung zu Schlüsseln
keylog-title = Dieser Server zeigt etwas, das nicht sein darf
keylog-danger = Es kann ein Versehen sein. Es kann auch sein, dass jemand mitlesen will. Deshalb kommt hier niemand Neues dazu, bis das geklärt ist. Was Sie schon gesagt haben, bleibt geschützt.
keylog-do = Bitte fragen Sie die Praxis auf einem anderen Weg als über diese App, etwa am Telefon, und lesen Sie ihr den Satz oben vor. Nichts davon ist Ihre Schuld.
keylog-more = Was das Schlüsselverzeichnis ist
keylog-accept = Die Praxis hat es mir erklärt
keylog-accept-title = Mit dem neu anfangen, was der Server jetzt zeigt?
keylog-accept-text = Tun Sie das nur, wenn Ihnen jemand aus der Praxis auf einem anderen Weg als über diese App gesagt hat, warum es so ist: etwa weil der Server aus einer Sicherung wiederhergestellt wurde. Vergleichen Sie danach Ihre Sicherheitsnummern noch einmal.
keylog-accept-do = Neu anfangen

error-keylog_forked = Der Server zeigt ein anderes Schlüsselverzeichnis als bisher.
error-keylog_impostor = Jemand anderes ist hier unter Ihrem Namen aufgeführt.
error-keylog_key = Das Schlüsselverzeichnis ist mit einem anderen Schlüssel unterschrieben als bisher.
error-keylog_listed = Wer hier arbeitet, steht im Schlüsselverzeichnis für alle anders. Deshalb wurde nichts gesendet.
error-keylog_older = Der Server zeigt ein älteres Schlüsselverzeichnis als bisher.
error-keylog_own = Im Schlüsselverzeichnis stehen für Ihr Konto andere Schlüssel als Ihre.
error-keylog_peer = Im Schlüsselverzeichnis stehen für diese Person andere Schlüssel, als uns der Server gegeben hat. Deshalb wurde nichts gesendet.
error-keylog_proof = Was der Server über Schlüssel sagt, kann er nicht belegen.
error-keylog_silent = Der Server hält sein Schlüsselverzeichnis seit Tagen zurück.
error-keylog_unwitnessed = Seit einer Woche hat niemand von denen, die das Schlüsselverzeichnis von außen bezeugen, bestätigt, was der Server zeigt.
