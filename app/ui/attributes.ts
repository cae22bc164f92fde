/** Further HTML attributes of an item given as data, by their React names. */
export type Attributes = Record<string, string | number | boolean | undefined>;
