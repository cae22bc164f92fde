import { z } from 'zod';
import { listInput, optionalTextInput } from '../../form-inputs';
import { parseDoi } from '../../doi';

export const KEPT_PARTS = ['references', 'datasets', 'contact'] as const;
export type KeptPart = (typeof KEPT_PARTS)[number];

export const KEPT_WORDS: Record<KeptPart, { label: string; hint: string }> = {
  references: {
    label: 'The references',
    hint: 'Curators look at the works you cite, without your name, your text or the question.',
  },
  datasets: {
    label: 'The datasets named below',
    hint: 'They are proposed for the register of datasets as your entries, held by your organisation.',
  },
  contact: {
    label: 'That you may be asked about such questions',
    hint: 'Coordinators see on your profile that you bid for this question and are willing to be asked.',
  },
};

/** What a bidder ticks, beside whatever else is sent with it. */
export const keepingFields = {
  keep: listInput(z.enum(KEPT_PARTS)),
  datasetLines: optionalTextInput(3000),
};

const MOST_LEADS = 100;
const MOST_DATASETS = 20;
const LONGEST_TITLE = 500;
const LONGEST_NAME = 200;

const BULLET = /^\s*(?:[-*•]|\d{1,3}[.)]|\[\d{1,3}\])?\s*/;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '');

export interface Lead {
  title: string;
  doi: string | null;
}

/** One lead for each line of the references, with the DOI in it if there is one; what is there twice counts once. */
export function leadsIn(references: string): Lead[] {
  const leads = linesOf(references).map((line) => ({
    title: line.slice(0, LONGEST_TITLE),
    doi:
      line
        .split(/[\s<>()[\]]+/)
        .map(parseDoi)
        .find((doi) => doi !== null) ?? null,
  }));
  const keyOf = ({ title, doi }: Lead) => doi ?? title.toLowerCase();
  const first = new Map(leads.toReversed().map((lead) => [keyOf(lead), lead]));
  return leads.filter((lead) => first.get(keyOf(lead)) === lead).slice(0, MOST_LEADS);
}

/** `Name: what it holds`, one on each line. */
export const datasetsIn = (lines: string): { name: string; holds: string }[] =>
  linesOf(lines)
    .slice(0, MOST_DATASETS)
    .map((line) => {
      const [name = '', ...rest] = line.split(':');
      const holds = rest.join(':').trim();
      return { name: name.trim().slice(0, LONGEST_NAME) || line.slice(0, LONGEST_NAME), holds };
    });
