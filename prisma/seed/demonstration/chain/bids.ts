import { addBidPartner } from '~/domain/bids/commands/add-bid-partner.server';
import { answerSignOff } from '~/domain/bids/commands/answer-sign-off.server';
import { askForSignOff } from '~/domain/bids/commands/ask-for-sign-off.server';
import { answerBidInvitation } from '~/domain/bids/commands/answer-bid-invitation.server';
import { inviteBidMember } from '~/domain/bids/commands/invite-bid-member.server';
import { saveBidSection } from '~/domain/bids/commands/save-bid-section.server';
import { startBid } from '~/domain/bids/commands/start-bid.server';
import { submitBid } from '~/domain/bids/commands/submit-bid.server';
import { withdrawBid } from '~/domain/bids/commands/withdraw-bid.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { sayEligible } from './open-parts';
import { castMember } from '../content/find-cast';
import type { Play } from '../replay/play';
import type { BidStory, Story } from '../story';
import type { Happening } from '../replay/timeline';

export const bidKey = (story: Story, bid: BidStory): string => `${story.key}/${bid.lead}`;

/** Each bid is begun some days after publication and sent shortly before closing, or left where it is. */
export function bidHappenings(play: Play, story: Story): Happening[] {
  const { closes = 0 } = story;
  return (story.bids ?? []).flatMap((bid, index) => {
    const about = (what: string) => `${bidKey(story, bid)}: ${what}`;
    const started = Math.max(story.published - 5 - index, closes + 6, 2);
    const sent = Math.max(closes + 3 - (index % 3), 1);
    const happenings: Happening[] = [
      { daysAgo: started, what: about('start'), run: () => begin(play, story, bid) },
    ];
    if (bid.ends === 'draft') return happenings;
    happenings.push({ daysAgo: sent, what: about('submit'), run: () => send(play, story, bid) });
    if (bid.ends === 'withdrawn')
      happenings.push({ daysAgo: sent, what: about('withdraw'), run: () => takeBack(play, story, bid) });
    if (bid.ends === 'replaced')
      happenings.push({ daysAgo: closes + 1, what: about('replace'), run: () => sendAgain(play, story, bid) });
    return happenings;
  });
}

async function begin(play: Play, story: Story, bid: BidStory): Promise<void> {
  const organisation = bid.for ?? play.organisation(castMember(bid.lead).organisation).reference;
  await sayEligible(play, story, bid.lead);
  const { reference } = await play.does(bid.lead, startBid, {
    reference: play.question(story.key),
    organisation,
    termsRead: true,
  });
  play.bids.set(bidKey(story, bid), reference);
  for (const [organisationKey, part] of bid.partners ?? []) {
    const partner = play.organisation(organisationKey).reference;
    await play.does(bid.lead, addBidPartner, { reference, organisation: partner, part });
  }
  for (const [person, role] of bid.members ?? []) {
    await play.does(bid.lead, inviteBidMember, { reference, person: play.person(person).reference, role });
    await play.does(person, answerBidInvitation, { reference, answer: 'accept' });
  }
  for (const [section, values] of [...evidenceOf(story), ...sectionsOf(bid, await soundingsNow(database()))])
    await save(play, story, bid, section, values);
}

const revisionOf = async (reference: string): Promise<number> =>
  (await database().bid.findUniqueOrThrow({ where: { reference }, select: { revision: true } })).revision;

async function save(play: Play, story: Story, bid: BidStory, section: string, values: Record<string, unknown>) {
  const reference = play.bid(bidKey(story, bid));
  const revision = await revisionOf(reference);
  await play.does(bid.lead, saveBidSection, { reference, section, revision, ...values });
}

type Section = [slug: string, values: Record<string, unknown>];

const evidenceOf = ({ parts }: Story): Section[] =>
  (parts?.essentials ?? []).map(([, , text], index) => [`requirement-${index + 1}`, { text }]);

function sectionsOf(bid: BidStory, now: Date): Section[] {
  const { price } = bid;
  const sections: (Section | false)[] = [
    ['summary', { text: bid.summary }],
    ...bid.answers.map((text, index): Section => [`criterion-${index + 1}`, { text }]),
    bid.people.length > 0 && [
      'people',
      { people: bid.people.map(([name, role, narrative]) => ({ name, role, narrative })) },
    ],
    bid.plan.length > 0 && ['plan', { milestones: bid.plan.map(([title, weeks, share]) => ({ title, weeks, share })) }],
    bid.references !== undefined && ['references', { text: bid.references }],
    bid.confidential !== undefined && [
      'confidential',
      { confidential: [{ section: bid.confidential[0], reason: bid.confidential[1], until: isoDay(addDays(now, 700)) }] },
    ],
    bid.ends !== 'draft' && ['declaration', { otherBids: 'none' }],
    price.lines.length > 0 && [
      'price',
      {
        lines: price.lines.map(([role, dayRate, days]) => ({ role, dayRate: `£${dayRate}`, days })),
        otherCosts: (price.other ?? []).map(([title, amount]) => ({ title, amount: `£${amount}` })),
        overheads: `£${price.overheads}`,
        fullEconomicCost: price.fullEconomicCost,
      },
    ],
  ];
  return sections.filter((section) => section !== false);
}

async function send(play: Play, story: Story, bid: BidStory): Promise<void> {
  const reference = play.bid(bidKey(story, bid));
  const signer = story.parts?.signed?.[bid.lead];
  if (signer) await sign(play, reference, bid.lead, signer);
  const keep = story.parts?.keeps?.includes(bid.lead) ? ['references', 'contact'] : [];
  await play.does(bid.lead, submitBid, { reference, revision: await revisionOf(reference), keep, datasetLines: '' });
}

/** Somebody of the organisation that bids, who is not in the bid, stands behind its text. */
async function sign(play: Play, reference: string, lead: string, signer: string): Promise<void> {
  await play.does(lead, askForSignOff, { reference, approver: play.person(signer).reference });
  await play.does(signer, answerSignOff, { reference, revision: await revisionOf(reference), answer: 'sign', reason: '' });
}

async function sendAgain(play: Play, story: Story, bid: BidStory): Promise<void> {
  await save(play, story, bid, 'references', { text: `${bid.references ?? ''} Added since: the registered protocol.`.trim() });
  await send(play, story, bid);
}

const takeBack = (play: Play, story: Story, bid: BidStory) =>
  play.does(bid.lead, withdrawBid, {
    reference: play.bid(bidKey(story, bid)),
    reason: 'A key member of the team is not available in the time asked for.',
  });
