/**
 * How help is reached at once, by country: numbers that are widely published
 * by those who answer them. A steward starts from these, checks them and keeps
 * them current; for a country that is not listed 112 is where one starts.
 */
import type { CrisisLine } from "../../core/api.ts";

export interface CrisisHelp {
  readonly emergencyNumber: string;
  readonly crisisLines: readonly CrisisLine[];
}

const ALWAYS = "24/7";
const line = (name: string, number: string, url: string, hours = ALWAYS): CrisisLine => ({ name, number, hours, url });
const help = (emergencyNumber: string, ...crisisLines: readonly CrisisLine[]): CrisisHelp => ({ emergencyNumber, crisisLines });

const KNOWN: Readonly<Record<string, CrisisHelp>> = {
  AT: help("112", line("Telefonseelsorge", "142", "https://www.telefonseelsorge.at"), line("Rat auf Draht", "147", "https://www.rataufdraht.at")),
  AU: help("000", line("Lifeline", "13 11 14", "https://www.lifeline.org.au"), line("Kids Helpline", "1800 55 1800", "https://kidshelpline.com.au")),
  BE: help("112", line("Zelfmoordlijn 1813", "1813", "https://www.zelfmoord1813.be"), line("Télé-Accueil", "107", "https://www.tele-accueil.be")),
  CA: help("911", line("988 Suicide Crisis Helpline", "988", "https://988.ca"), line("Kids Help Phone", "1-800-668-6868", "https://kidshelpphone.ca")),
  CH: help("112", line("Die Dargebotene Hand / La Main Tendue", "143", "https://www.143.ch"), line("147 Pro Juventute", "147", "https://www.147.ch")),
  DE: help("112",
    line("TelefonSeelsorge", "0800 111 0 111", "https://www.telefonseelsorge.de"),
    line("TelefonSeelsorge", "0800 111 0 222", "https://www.telefonseelsorge.de"),
    line("TelefonSeelsorge", "116 123", "https://www.telefonseelsorge.de"),
    line("Nummer gegen Kummer (Kinder und Jugendliche)", "116 111", "https://www.nummergegenkummer.de", "")),
  DK: help("112", line("Livslinien", "70 201 201", "https://www.livslinien.dk", "")),
  ES: help("112", line("Línea 024", "024", "")),
  FR: help("112", line("3114, numéro national de prévention du suicide", "3114", "https://3114.fr")),
  GB: help("999", line("Samaritans", "116 123", "https://www.samaritans.org"), line("Shout: SHOUT to 85258", "85258", "sms:85258?body=SHOUT")),
  IE: help("112", line("Samaritans", "116 123", "https://www.samaritans.org"), line("Text About It: HELLO to 50808", "50808", "sms:50808?body=HELLO")),
  IT: help("112", line("Telefono Amico Italia", "02 2327 2327", "https://www.telefonoamico.it", "")),
  NL: help("112", line("113 Zelfmoordpreventie", "113", "https://www.113.nl"), line("113 Zelfmoordpreventie", "0800 0113", "https://www.113.nl")),
  NZ: help("111", line("1737, need to talk?", "1737", "https://1737.org.nz"), line("Lifeline Aotearoa", "0800 543 354", "https://www.lifeline.org.nz")),
  US: help("911", line("988 Suicide & Crisis Lifeline", "988", "https://988lifeline.org"), line("Crisis Text Line: HOME to 741741", "741741", "sms:741741?body=HOME")),
};

export const crisisDefaults = (country: string): CrisisHelp => KNOWN[country] ?? help("112");

/** Whether somebody still has what was offered for the country, unchanged. */
export function isDefault(country: string, has: CrisisHelp): boolean {
  const { emergencyNumber, crisisLines } = crisisDefaults(country);
  return JSON.stringify([emergencyNumber, crisisLines]) === JSON.stringify([has.emergencyNumber, has.crisisLines.map(({ name, number, hours, url }) => line(name, number, url, hours))]);
}
