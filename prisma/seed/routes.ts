import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';

/** One process with different settings. A new route is a row, never a copy of the code. */
export const ROUTES = [
  {
    slug: 'expert-advice-request',
    name: 'Expert advice request',
    purpose: 'An expert’s view in days. Experts answer; nobody bids.',
    takesBids: false,
    takesAdvice: true,
    biddingWorkingDays: 5,
    priceScored: false,
  },
  {
    slug: 'rapid-evidence-assessment',
    name: 'Rapid evidence assessment',
    purpose: 'What is already known, in weeks. One round, a fixed price and light scoring.',
    takesBids: true,
    biddingWorkingDays: 15,
    priceScored: false,
    lightCriteria: true,
  },
  {
    slug: 'commissioned-study',
    name: 'Commissioned study',
    purpose: 'A funded study that answers questions nobody has answered yet.',
    takesBids: true,
    biddingWorkingDays: 20,
  },
  {
    slug: 'competition',
    name: 'Competition',
    purpose:
      'A large or sensitive study: two people open the bids, price waits until quality is agreed, and a standstill follows the notice.',
    takesBids: true,
    biddingWorkingDays: 30,
    expressionOfInterest: true,
    twoOpeners: true,
    priceAfterQuality: true,
    standstillWorkingDays: 8,
    minimumEvaluators: 3,
  },
  {
    slug: 'funding-call',
    name: 'Funding call',
    purpose: 'Several grants from one budget. Price is not scored; conflicts are held by bid.',
    takesBids: true,
    biddingWorkingDays: 30,
    priceScored: false,
    severalAwards: true,
    conflictScope: 'bid' as const,
  },
  {
    slug: 'area-of-research-interest',
    name: 'Area of research interest',
    purpose:
      'A published interest with no call open. It gathers evidence and offers, and can become any other route.',
    takesBids: false,
    biddingWorkingDays: 0,
    priceScored: false,
  },
];

export async function loadRoutes(db: Db): Promise<void> {
  await db.route.createMany({
    data: ROUTES.map((route, index) => ({ id: newId(), position: index + 1, ...route })),
    skipDuplicates: true,
  });
}
