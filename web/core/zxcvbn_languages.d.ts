/** The packages type only their whole, which is several times the size of their list of common words. */
declare module "@zxcvbn-ts/language-de/dist/commonWords.json.esm.js" {
  const commonWords: string[];
  export default commonWords;
}
declare module "@zxcvbn-ts/language-es-es/dist/commonWords.json.mjs" {
  const commonWords: string[];
  export default commonWords;
}
declare module "@zxcvbn-ts/language-fr/dist/commonWords.json.mjs" {
  const commonWords: string[];
  export default commonWords;
}
declare module "@zxcvbn-ts/language-de/dist/firstnames.json.esm.js" {
  const firstnames: string[];
  export default firstnames;
}
