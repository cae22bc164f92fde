import { PRINCIPLES } from '~/domain/questions/tasks/ethics-choices';
import { addDays, isoDay } from '~/domain/uk-time';
import type { Story } from '../story';

/** Answers to the tasks of a draft, as their forms send them. */
export const need = ({ title, summary, decision }: Story, decisionDate: Date) => ({
  title,
  summary,
  decision,
  decisionDate: isoDay(decisionDate),
  neededBy: isoDay(addDays(decisionDate, -21)),
});

export const areas = (story: Story, priorities: string[]) => ({
  threats: story.threats,
  priorities,
  strands: story.strands,
  enablers: story.enablers ?? [],
  levels: story.levels,
  types: story.types,
  illicitFinance: story.illicitFinance ? 'yes' : 'no',
  illicitFinanceReason: story.illicitFinance ?? '',
});

export const scope = ({ asked, background, outputs }: Story) => ({
  questionsAsked: asked.map((line, index) => `${index + 1}. ${line}`).join('\n'),
  background,
  outputs,
});

export const request = (story: Story, priorities: string[], published: Date) => ({
  title: story.title,
  summary: `${story.summary} ${story.decision}`,
  questionsAsked: scope(story).questionsAsked,
  threats: story.threats,
  priorities,
  decisionDate: isoDay(addDays(published, 40)),
  ...(story.budget ? { fee: 'fixed', feeAmount: `£${story.budget[1]}` } : { fee: 'unpaid' }),
  noPersonalData: true,
  marking: 'OFFICIAL',
});

const NO_DATA = { personalData: 'none', dpiaStatus: 'notNeeded', vetting: 'none', trustedResearch: 'no' };

/** What a study with people or records says unless its story says otherwise. */
export const WITH_PEOPLE = {
  personalData: 'personal',
  lawfulBasis: 'publicTask',
  controller: 'The institution that does the work',
  processor: 'None',
  dpiaStatus: 'underWay',
  dataSharing: 'Interviews and surveys only; transcripts stay with the institution and are destroyed after two years.',
  vetting: 'bpss',
  trustedResearch: 'no',
} as const;

export const ethics = ({ data, approvals = [] }: Story) => {
  const withData = data !== undefined;
  const colour = (slug: string) => (withData && (slug === 'protection' || slug === 'harm') ? 'amber' : 'green');
  const noteOf = (slug: string) =>
    slug === 'protection'
      ? 'Only the institution holds the material; it is made anonymous before analysis.'
      : 'A distress protocol and a named contact are required; nobody is asked about single offences.';
  return {
    ...Object.fromEntries(
      PRINCIPLES.flatMap(({ slug }) => [
        [`${slug}Rating`, colour(slug)],
        [`${slug}Note`, colour(slug) === 'green' ? '' : noteOf(slug)],
      ]),
    ),
    ...(withData ? { ...WITH_PEOPLE, ...data } : NO_DATA),
    approvals,
    marking: 'OFFICIAL',
  };
};

export const terms = (story: Story) => ({
  ownership: 'experts',
  licenceBack: 'yes',
  publication: 'afterReview',
  reviewDays: story.route === 'competition' ? '42' : '28',
  openLicence: 'ogl',
  acknowledgement: 'Name the asking team and the reference of this question.',
  dataDeposit: story.data ? 'Instruments and code in the institution’s repository; no transcripts.' : 'Extraction sheets and code in the institution’s repository.',
  contract: story.route === 'funding-call' ? 'grant' : 'brunswick',
  fee: 'bid',
  effort: story.effort ?? 'About 40 days',
  awardsAvailable: String(story.awards ?? 1),
});

export const procurement = ({ budget, basis = 'quotation', key }: Story) => {
  const [least = 0, most = 0] = budget ?? [];
  return {
    basis,
    justification: basis === 'exempt' ? 'Research whose results are published for everybody’s use.' : '',
    document: `Business case ${key}`,
    budgetMinimum: `£${least}`,
    budgetMaximum: `£${most}`,
    divided: 'no',
    undividedReason: 'One study answers the whole of it: its parts rest on the same field work.',
  };
};

export function criteria(rows: [name: string, weight: number, minimum?: number][]): Record<string, string> {
  const values: Record<string, string> = { wordLimit: '3000', qualityWeight: '70' };
  for (const [index, [name, weight, minimum]] of rows.entries()) {
    values[`name${index + 1}`] = name;
    values[`weight${index + 1}`] = String(weight);
    if (minimum !== undefined) values[`minimum${index + 1}`] = String(minimum);
  }
  return values;
}
