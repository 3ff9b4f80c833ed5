/** A page that every page leads to. */
export interface NavigationItem {
  /** What a page names as `current`. */
  key: string;
  label: string;
  /** Site path without the base. */
  path: string;
  /** True where it stands in the header; the footer has them all. */
  header: boolean;
}

/** The pages that every page leads to, in their order. */
export const NAVIGATION = [
  { key: 'incidents', label: 'Incidents', path: '/incidents/', header: true },
  { key: 'similar', label: 'Similar', path: '/similar/', header: true },
  { key: 'patterns', label: 'Patterns', path: '/patterns/', header: true },
  { key: 'actions', label: 'Actions', path: '/actions/', header: true },
  { key: 'guides', label: 'Guides', path: '/guides/', header: true },
  { key: 'causes', label: 'Causes', path: '/causes/', header: false },
  { key: 'factors', label: 'Factors', path: '/factors/', header: false },
  { key: 'services', label: 'Services', path: '/services/', header: false },
  { key: 'teams', label: 'Teams', path: '/teams/', header: false },
  { key: 'search', label: 'Search', path: '/search/', header: false },
] as const satisfies NavigationItem[];

/** What a page may name as the current one. */
export type NavigationKey = (typeof NAVIGATION)[number]['key'];
