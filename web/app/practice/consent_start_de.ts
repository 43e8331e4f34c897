/** The German starting text; see consent_start.ts. */
import type { ConsentDraft } from "./consent_start.ts";

export const consentStartDe: ConsentDraft = {
  language: "de",
  credentials: `Ich bin [Ihr Beruf und Abschluss] und bei [Name des Registers oder der Kammer] unter der Nummer [Registrierungsnummer] eingetragen. Das können Sie dort öffentlich nachprüfen.

Ich arbeite mit [Ihr Verfahren, etwa Verhaltenstherapie]. Für die schriftliche Arbeit bringe ich mit: [Ihre Fortbildung oder Erfahrung in Online-Therapie]. Meine Arbeit wird supervidiert: [wie Ihre Arbeit supervidiert wird]; dort nenne ich nie etwas, woran man Sie erkennen könnte.`,
  risksAndBenefits: `Regelmäßig mit jemandem zu sprechen kann entlasten, kann helfen zu verstehen, was gerade geschieht, und Wege zu finden, etwas zu ändern. Ein bestimmtes Ergebnis kann niemand versprechen.

Therapie kann auch anstrengend sein. Schmerzhafte Erinnerungen und starke Gefühle können aufkommen, und eine Zeit lang kann es Ihnen schlechter gehen, bevor es besser wird. Sagen Sie mir, wenn das so ist, damit wir langsamer vorgehen können.

Beim Schreiben sehen und hören wir einander nicht; Missverständnisse entstehen leichter. Bitte fragen Sie nach, wenn etwas, das ich schreibe, Sie beunruhigt; ich tue dasselbe. Wenn ich den Eindruck habe, dass Sie mehr brauchen, als Schreiben geben kann, etwa ein persönliches Treffen, ärztliche Hilfe oder eine Klinik, sage ich es Ihnen und helfe Ihnen, das zu finden.

Ihre Teilnahme ist freiwillig. Sie können jederzeit fragen, unterbrechen oder aufhören, ohne einen Grund zu nennen.`,
  limitsOfConfidentiality: `Was Sie mir sagen, ist vertraulich. Unser Gespräch wird auf Ihrem und auf meinem Gerät verschlüsselt; die Praxis und ihr Server können es nicht lesen. Hier kennt man Sie unter einem Pseudonym, und ich weiß nicht, wer Sie sind, solange Sie es mir nicht sagen.

Es gibt Grenzen. Ich darf oder muss die Schweigepflicht brechen, so weit wie nötig und nicht weiter, wenn
– Ihr Leben oder das eines anderen Menschen ernsthaft und unmittelbar in Gefahr ist,
– einem Kind oder einem Menschen, der sich nicht selbst schützen kann, Gewalt geschieht oder droht,
– ein Gericht oder ein Gesetz es verlangt.
An meinem Ort verlangt das Gesetz außerdem: [was Sie nach dem Recht Ihres Landes melden müssen, oder „nichts darüber hinaus“].

Wenn es dazu kommt, sage ich es Ihnen vorher, sofern das niemanden gefährdet. Weitergeben kann ich nur, was ich weiß.

Manches können Sie versiegelt mitteilen, etwa medizinische Angaben oder einen Notfallkontakt. Ich öffne es nur aus einem Grund, den ich nenne, und Ihnen wird gezeigt, dass ich es getan habe.`,
  responseTimes: `Ich lese Nachrichten [an welchen Wochentagen], meist zwischen [Uhrzeiten und Zeitzone], und antworte innerhalb von [Anzahl] Werktagen. Ich sehe Ihre Nachrichten nicht in dem Moment, in dem Sie sie schreiben.

Bin ich länger fort, sage ich es Ihnen vorher, und auch, an wen Sie sich wenden können: [wer Sie vertritt]. Wenn Sie [Anzahl] Tage lang nichts von mir hören, schreiben Sie bitte noch einmal oder nutzen Sie die Kontaktseite der Praxis.`,
  technologyFailure: `Verbindungen fallen manchmal aus. Nachrichten, die Sie ohne Verbindung schreiben, bleiben auf Ihrem Gerät und werden später gesendet; die Zeichen daneben zeigen, was angekommen ist. Ist der Dienst länger als einen Tag nicht erreichbar, sehen Sie auf der Kontaktseite der Praxis nach: [wie Sie dann erreichbar sind].

Bewahren Sie Ihre Passphrase und Ihren Wiederherstellungscode sicher auf. Gehen beide verloren, kann niemand Ihr Konto wiederherstellen, und unser Gespräch ist für Sie verloren. Wenn Sie glauben, dass jemand anderes Ihr Konto oder Ihr Gerät benutzt hat, sagen Sie es mir, oder beenden Sie in den Einstellungen alle anderen Sitzungen.`,
  emergencies: `Dies ist kein Angebot für Notfälle, und ich kann keine Hilfe schicken: Meist kenne ich weder Ihren Namen noch Ihren Aufenthaltsort.

Wenn Ihr Leben oder das eines anderen Menschen in Gefahr ist, wählen Sie sofort den Notruf Ihres Landes, in den meisten Ländern Europas 112. Unter „Hilfe in einer Krise“ oben auf jeder Seite finden Sie Menschen, die Tag und Nacht antworten.

Wenn ich mir um Ihre Sicherheit Sorgen mache, frage ich Sie offen danach, und wir machen zusammen einen Plan für Ihre Sicherheit. Einen Notfallkontakt, wenn Sie einen angegeben haben, nutze ich nur bei ernster und unmittelbarer Gefahr.`,
  fees: `[Was eine Sitzung oder ein Monat kostet und in welcher Währung – oder „Das Gespräch mit mir ist kostenlos“.]

[Wie und wann bezahlt wird und was gilt, wenn ein Termin versäumt wird.] Jede Änderung sage ich Ihnen mindestens [Anzahl] Wochen vorher; sie gilt nur für das, was danach kommt.`,
  recordKeeping: `Unser Gespräch und Ihre Angaben vom Anfang werden verschlüsselt aufbewahrt; lesen können sie nur Sie und ich. Daneben führe ich [welche Aufzeichnungen Sie führen und wo].

Nach den Regeln meines Berufs bewahre ich Aufzeichnungen nach dem Ende unserer Arbeit [Anzahl] Jahre auf und vernichte sie dann. Sie dürfen einsehen, was ich über Sie notiert habe, Fehler berichtigen lassen und, soweit das Gesetz es erlaubt, die Löschung verlangen.

Wenn Sie Ihr Konto löschen, werden Ihre Schlüssel vernichtet und mit ihnen Ihre Fassung des Gesprächs; was ich von Gesetzes wegen aufbewahren muss, bleibt bei mir. Sollte ich sterben oder nicht mehr arbeiten können, kümmert sich [wer dafür bestimmt ist] um meine Aufzeichnungen und ist an dieselbe Schweigepflicht gebunden.`,
};
