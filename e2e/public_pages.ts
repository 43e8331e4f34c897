/** The public pages a server has from its first start. */
export const PUBLIC_PAGES = ["/", "/getting-started", "/practitioners", "/crisis", "/contact", "/privacy", "/privacy/data", "/security"] as const;
