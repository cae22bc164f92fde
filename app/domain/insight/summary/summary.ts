import { showHarm, type HarmKind } from '../../measures/harm/harm-figure';
import { showShort } from '../coverage';

export interface ReleasedHarm {
  kind: HarmKind;
  value: number;
  year: number;
  source: string;
  estimate: boolean;
}

export interface SummaryFigures {
  /** Released questions that wait for an answer. */
  asked: number;
  /** Awards whose notice is out, and what they add up to. */
  bought: number;
  pence: number;
  findings: number;
  /** Of them, those whose confidence is moderate or high. */
  sound: number;
}

export interface SummaryLine extends SummaryFigures {
  slug: string;
  name: string;
  latest: { reference: string; title: string } | null;
  harm: ReleasedHarm[];
}

const many = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;

/** What is asked, bought and known, one short sentence each. Nothing known is said, not left out. */
export function inBrief({ asked, bought, pence, findings, sound }: SummaryFigures): string[] {
  return [
    asked === 0
      ? 'No open question has been made public.'
      : `${many(asked, 'question is', 'questions are')} open.`,
    bought === 0
      ? 'No research has been bought in public.'
      : `${many(bought, 'study was', 'studies were')} bought for ${showShort(pence)}.`,
    findings === 0
      ? 'No finding has been made public yet.'
      : `${many(findings, 'finding is', 'findings are')} public. ${soundness(findings, sound)}`,
  ];
}

function soundness(findings: number, sound: number): string {
  if (sound === 0) return 'None has been checked and found sound so far.';
  if (sound === findings)
    return findings === 1 ? 'It was checked and found sound.' : 'All were checked and found sound.';
  return `We checked ${sound.toLocaleString('en-GB')} of them and found ${sound === 1 ? 'it' : 'them'} sound.`;
}

const HARM_WORDS: Record<HarmKind, string> = {
  deaths: 'People who died',
  people: 'People who were hurt',
  economy: 'Cost to the country',
  attitude: 'What people think',
};

/** `People who died: 1,240 in 2023.` */
export const harmInBrief = ({ kind, value, year, estimate }: ReleasedHarm): string =>
  `${HARM_WORDS[kind]}: ${showHarm({ kind, value, estimate })} in ${year}.`;
