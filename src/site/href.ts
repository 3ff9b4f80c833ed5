/** The address of a site path (`/incidents/a/`, its `#fragment` or `?query` included) under the base path of this build. */
export function href(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}
