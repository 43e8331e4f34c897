/** The package types only its whole, which is seven times the size of its list of common words. */
declare module "@zxcvbn-ts/language-de/dist/commonWords.json.esm.js" {
  const commonWords: string[];
  export default commonWords;
}
