/** Stages, positions and threat areas as they cross: what is asked, what is known, how harmful it is. */
export interface BusinessCell {
  area: string;
  stage: string;
  question: number;
  finding: number;
}

export interface StageScore {
  area: string;
  stage: string;
  score: number;
  source: string;
  sourceDate: Date | string;
  note: string;
}

export interface Named {
  slug: string;
  name: string;
}

export interface Item {
  noun: 'question' | 'finding';
  reference: string;
  title: string;
  areas: string[];
}

export const cellAt = (
  cells: readonly BusinessCell[],
  area: string,
  stage: string,
): Pick<BusinessCell, 'question' | 'finding'> =>
  cells.find((one) => one.area === area && one.stage === stage) ?? { question: 0, finding: 0 };

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

export const showCell = ({ question, finding }: Pick<BusinessCell, 'question' | 'finding'>): string =>
  question + finding === 0 ? 'Nothing' : `${count(question, 'question')}, ${count(finding, 'finding')}`;

/** What the page shows, in a sentence. */
export function businessTitle(
  stage: Named | undefined,
  areas: readonly Named[],
  cells: readonly BusinessCell[],
): string {
  const known = (slug: string) => cells.some((one) => one.area === slug && one.question + one.finding > 0);
  const empty = areas.filter(({ slug }) => !known(slug)).length;
  if (stage)
    return `${stage.name}: asked or known in ${areas.length - empty} of ${count(areas.length, 'threat area')}`;
  return empty === 0
    ? 'Every threat area has something on how its business works'
    : `${empty} of ${count(areas.length, 'threat area')} ${empty === 1 ? 'has' : 'have'} nothing on how the business works`;
}

/** The search that finds the same. */
export const searchOf = (about: {
  area?: string | undefined;
  stage?: string | undefined;
  position?: string | undefined;
}): string =>
  [
    about.area && `threat:${about.area}`,
    about.stage && `stage:${about.stage}`,
    about.position && `position:${about.position}`,
  ]
    .filter(Boolean)
    .join(' ');
