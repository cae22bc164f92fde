import { hasRole, isMember, type Actor } from '~/domain/actor';
import { mayReadGovernance } from '~/domain/governance/governance-policy';
import { maySeeGaps } from '~/domain/insight/map/map-policy';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { mayReadDatasets } from '~/domain/knowledge/datasets/dataset-policy';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { mayReadIssued, mayReadMeasures } from '~/domain/measures/measure-policy';
import { maySeePerformance } from '~/domain/insight/performance/performance-policy.server';
import { isAllowed } from '~/domain/policy';
import { paths } from '~/paths';

export interface ProductPage {
  name: string;
  href: string;
  /** What people call it who do not know our name for it. */
  also: string;
}

const page = (name: string, href: string, also: string): ProductPage => ({ name, href, also });

const FOR_ALL = [
  page('Evidence and demand map', paths.map(), 'gap maps heat matrix gaps bubble'),
  page('Demand over time', paths.demand(), 'timeline trends questions'),
  page('Does it work?', paths.interventions(), 'interventions what works effectiveness toolkits'),
  page('Collections', paths.collections(), 'reading lists themes'),
  page('Strategy', paths.strategy(), 'priorities frameworks policy'),
  page('Current direction', paths.direction(), 'summary one page owners'),
  page('Terms', paths.terms(), 'taxonomy thesaurus glossary definitions tags enablers methods'),
  page('Harm', paths.harm(), 'deaths victims costs economy'),
  page('Asked, bought and known, in brief', paths.publicSummary(), 'public summary'),
  page('For programs', paths.aboutApi(), 'api openapi tokens developers integration'),
  page('Check a receipt or a statement', paths.checkStatement(), 'verify signature corroboration ref impact'),
];
const FOR_MEMBERS = [
  page('Where everything stands', paths.progress(), 'progress dashboards my work status'),
  page(
    'Find the right route',
    paths.whichRoute(),
    'which competition tender procurement commission how to ask',
  ),
  page('Your bids', paths.bids(), 'my proposals applications awards'),
  page('Enquiries', paths.enquiries(), 'messages write to a team promise'),
  page('Saved searches', paths.savedSearches(), 'alerts feeds'),
  page('Your expert profile', paths.ownProfile(), 'orcid availability expertise'),
  page('Your register of interests', paths.ownInterests(), 'conflicts of interest declaration'),
  page('Who follows what', paths.following(), 'divergence'),
  page('Organisations', paths.organisations(), 'forces departments universities directory teams'),
];
const FOR_READERS_OF_SCORES = [
  page('Ranking of priorities', paths.strategyRanking(), 'scores scoring weights prioritisation'),
  page('Compare two priority sets', paths.compareSets(), 'rank change'),
  page('Health of the strategy', paths.strategyHealth(), 'orphan objectives completeness'),
  page('Understanding of threat areas', paths.understanding(), 'weak knowledge scale'),
  page('Indicators', paths.indicators(), 'statistics figures trends'),
  page('Coverage by place', paths.coverage(), 'geography countries international overseas'),
  page('How the criminal business works', paths.businessModels(), 'business models stages'),
  page('From finding to outcome', paths.uptake(), 'recommendations decisions actions impact use'),
  page('Horizon', paths.horizon(), 'scanning signals foresight emerging'),
];

/** The pages of the product itself that a reader may open. */
const pagesFor = (actor: Actor): ProductPage[] => [
  ...FOR_ALL,
  ...(isMember(actor) ? FOR_MEMBERS : []),
  ...(isAllowed(mayReadScores(actor)) ? FOR_READERS_OF_SCORES : []),
  ...(isAllowed(mayReadDatasets(actor)) ? [page('Datasets', paths.datasets(), 'data access register')] : []),
  ...(maySeeGaps(actor)
    ? [page('Capacity and drivers', paths.mapCapacity(), 'experts available shortage')]
    : []),
  ...(isAllowed(maySeePerformance(actor))
    ? [page('How commissioning performs', paths.performance(), 'on time rate durations statistics')]
    : []),
  ...(isAllowed(mayReadGovernance(actor))
    ? [
        page('Who does what', paths.governance(), 'governance groups boards responsibilities raci'),
        page('Capabilities and gaps', paths.capabilities(), 'register'),
      ]
    : []),
  ...(isAllowed(mayReadMeasures(actor)) ? [page('Measures', paths.measures(), 'metrics kpi outcomes')] : []),
  ...(isAllowed(mayReadIssued(actor)) ? [page('Scorecards', paths.scorecards(), 'performance report')] : []),
  ...(isAllowed(mayReadMoney(actor)) ? [page('Money', paths.money(), 'spend budget funding balance')] : []),
  ...(hasRole(actor, 'coordinator')
    ? [
        page('Desk', paths.desk(), 'queues curation duplicates review'),
        page('Requests for information', paths.requestLog(), 'foi freedom of information'),
      ]
    : []),
];

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Those whose name or other names hold every word that was typed, or its beginning. */
export function productPages(actor: Actor, q: string): ProductPage[] {
  const asked = wordsIn(q);
  if (asked.length === 0) return [];
  return pagesFor(actor).filter(({ name, also }) => {
    const held = wordsIn(`${name} ${also}`);
    return asked.every((word) =>
      held.some((one) => one === word || (word.length > 3 && one.startsWith(word))),
    );
  });
}
