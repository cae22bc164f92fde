import { accountPaths } from './paths/account';
import { administrationPaths } from './paths/administration';
import { assurancePaths } from './paths/assurance';
import { awardsPaths } from './paths/awards';
import { bidsPaths } from './paths/bids';
import { curationPaths } from './paths/curation';
import { discussionPaths } from './paths/discussion';
import { evaluationPaths } from './paths/evaluation';
import { governancePaths } from './paths/governance';
import { insightPaths } from './paths/insight';
import { judgingPaths } from './paths/judging-knowledge';
import { keepingPaths } from './paths/keeping-knowledge';
import { knowledgePaths } from './paths/knowledge';
import { measuresPaths, moneyPaths } from './paths/measures';
import { peoplePaths } from './paths/people';
import { questionsPaths } from './paths/questions';
import { strategyPaths } from './paths/strategy';

/** Every address that code builds. Nobody writes a URL by hand. */
export const paths = {
  home: () => '/',
  progress: () => '/progress',
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  sealing: () => '/how-bids-are-sealed',
  aboutApi: () => '/about/api',

  ...accountPaths,
  ...peoplePaths,
  ...strategyPaths,
  ...governancePaths,
  ...questionsPaths,
  ...discussionPaths,
  ...bidsPaths,
  ...evaluationPaths,
  ...awardsPaths,
  ...assurancePaths,
  ...knowledgePaths,
  ...judgingPaths,
  ...keepingPaths,
  ...insightPaths,
  ...measuresPaths,
  ...moneyPaths,
  ...curationPaths,
  ...administrationPaths,
};
