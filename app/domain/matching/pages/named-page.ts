/** Kinds of page that have a name of their own, in the order in which equals are shown. */
export const NAMED_PAGES = {
  threatArea: 'Threat area',
  intervention: 'Intervention',
  term: 'Term',
  priority: 'Priority',
  framework: 'Framework',
  prioritySet: 'Priority set',
  collection: 'Collection',
  dataset: 'Dataset',
  signal: 'Signal on the horizon',
  measure: 'Measure',
  capability: 'Capability or gap',
  group: 'Group',
} as const;

export type NamedPageKind = keyof typeof NAMED_PAGES;

export interface NamedPage {
  kind: NamedPageKind;
  /** What its address is made of: a reference, or a slug. */
  key: string;
  name: string;
  /** What tells it from others of the same name. */
  of: string;
}
