/** The address of a rule's page; undefined where the site is published nowhere. */
export function rulePage(rule: string, siteUrl: string | undefined): string | undefined {
  return siteUrl && `${siteUrl.replace(/\/+$/, '')}/guides/rules/${rule}/`;
}
