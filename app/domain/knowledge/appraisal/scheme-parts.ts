export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** One thing that an appraiser judges, by choosing one answer. */
export interface Item {
  key: string;
  question: string;
  hint?: string;
  choices: readonly Choice[];
}

/** Items that belong together on the page, such as what a review says of a dimension and how well it says it. */
export interface Part {
  title: string;
  items: readonly Item[];
}

export interface Scheme {
  title: string;
  /** What it is for, and where it comes from. */
  about: string;
  parts: readonly Part[];
}
