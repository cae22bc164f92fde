import { paths } from '~/paths';
import { takesDay } from '~/paths/dated';
import { visit } from './index';

export interface DatedThings {
  indicator: string;
  priority: string;
  stage: string;
  /** A month in which something was asked, by its first day. */
  asked: string;
  term: string;
  enabler: string;
  objective: string;
  joint: string;
  line: string;
  interim: string;
}

/** What names nothing, for the addresses alone. */
export const NOTHING: DatedThings = {
  indicator: 'H7K4QXM2',
  priority: 'H7K4QXM2',
  stage: 'x',
  asked: 'x',
  term: 'H7K4QXM2',
  enabler: 'H7K4QXM2',
  objective: 'H7K4QXM2',
  joint: 'H7K4QXM2',
  line: 'H7K4QXM2',
  interim: 'x',
};

/** Every page of the strategy whose answer depends on the day: today, or as of one. */
export const datedPages = (things: DatedThings): ((on?: string) => string)[] => {
  const { indicator, priority, stage, asked, term, enabler, objective, joint, line, interim } = things;
  const about = (on: string | undefined) => (on ? { on } : {});
  return [
    paths.strategy,
    paths.direction,
    (on) => paths.strategyRanking({ set: 'nca-2019-05', ...about(on) }),
    (on) => paths.compareSets({ one: 'nca-2018-19', other: 'nca-2019-05', ...about(on) }),
    (on) => paths.sensitivity(about(on)),
    paths.following,
    paths.strategyHealth,
    paths.understanding,
    (on) => paths.rateUnderstanding('fraud', on),
    paths.jointSets,
    (on) => paths.jointSet(joint, on),
    paths.indicators,
    (on) => paths.indicator(indicator, on),
    (on) => paths.coverage(about(on)),
    (on) => paths.coverage({ by: 'country', ...about(on) }),
    (on) => paths.framework('soc-strategy-2023', on),
    (on) => paths.prioritySet('nca-2019-05', on),
    (on) => paths.prioritySet('spr-2023', on),
    (on) => paths.prioritySet(interim, on),
    (on) => paths.priority(priority, on),
    (on) => paths.businessModels(about(on)),
    (on) => paths.businessModels({ stage, ...about(on) }),
    (on) => paths.financeReport(about(on)),
    (on) => paths.threatArea('fraud', on),
    (on) => paths.objective(objective, on),
    paths.objectiveCosts,
    (on) => paths.money(about(on)),
    (on) => paths.money({ from: '2024-02-07', base: 'Front-line spend', ...about(on) }),
    (on) => paths.moneyLines(about(on)),
    (on) => paths.moneyLines({ only: 'local', area: 'fraud', ...about(on) }),
    (on) => paths.ledgerLine(line, on),
    paths.moneyBands,
    (on) => paths.moneyAlignment({ of: 'nca-2019-05', ...about(on) }),
    (on) => paths.moneyAlignment({ from: '2024-02-07', to: '2025-05-12', ...about(on) }),
    (on) => paths.scoreAndSpend(about(on)),
    (on) => paths.scoreAndSpend({ by: 'spent', ...about(on) }),
    paths.terms,
    (on) => paths.term(term, on),
    (on) => paths.term(enabler, on),
    (on) => paths.demand(about(on)),
    (on) => paths.demand({ by: 'organisation', per: 'quarter', ...about(on) }),
    (on) => paths.demandLog({ by: 'organisation', from: asked, ...about(on) }),
    (on) => paths.map(about(on)),
    (on) => paths.mapOverlap(about(on)),
    (on) => paths.mapCapacity(about(on)),
    (on) => paths.map({ columns: 'nca-2019-05', ...about(on) }),
    (on) => paths.map({ columns: 'nca-2019-05', relevance: '4', ...about(on) }),
    (on) => paths.mapRecords({ relevance: '2', ...about(on) }),
    (on) => paths.mapRecords({ kind: 'commission', ...about(on) }),
  ];
};

/** Pages of the section that have no past of their own, and why. */
export const UNDATED: Record<string, string> = {
  'strategy/understanding/teams': 'who may rate is a list of today',
};

/** Above a page of a past day alone. */
const SAYS_SO =
  /^\s*(As it (was known|stood) on|Entered after that day|On [^,]* it said|No wording is recorded)/;

/** What a page tells, without its forms, its actions and the words that say it is of another day. */
export async function told(address: string, as: string): Promise<string> {
  const page = await visit(address, { as });
  if (page.status !== 200) throw new Error(`${address} answered ${page.status}`);
  const today = page
    .$('main a:not([data-no-day])')
    .toArray()
    .map((node) => page.$(node).attr('href') ?? '')
    .filter((href) => !href.includes('on=') && takesDay(href.replace(/[?#].*/, '')));
  if (address.includes('on=') && today.length > 0) throw new Error(`${address} leads to ${today.join(', ')}`);
  const main = page.$('main').clone();
  main.find('form, .govuk-button, .action-bar, h1, a[href*="/end"], nav, script').remove();
  main
    .find('.govuk-inset-text')
    .filter((_, inset) => SAYS_SO.test(page.$(inset).text()))
    .remove();
  for (const link of main.find('a').toArray()) page.$(link).removeAttr('href');
  return main
    .text()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/Full history of this record|Set a band|Add your judgement/g, '')
    .replaceAll('were in force on', 'are in force on')
    .replaceAll(/\. Change what .*? says/g, '')
    .replace(/Confidence, review day and rating narrow.*?question’s\./, '')
    .replace(/, on [^,]*?(, as it stood then| at [^ ]+)?\. Inside/, '. Inside')
    .trim();
}

/** Where two texts part, with some words around it. */
export function parting(one: string, other: string): string[] {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 90));
}
