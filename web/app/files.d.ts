/** What the bundler loads or defines (scripts/build-web.mjs). */
declare module "*.ftl" { const text: string; export default text; }
declare module "*.css" { const text: string; export default text; }
declare const __CORE_WORKER__: string;
declare const __LOGIN_WORKER__: string;
