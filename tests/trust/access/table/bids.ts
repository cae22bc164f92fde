import { ASKING_TEAM } from '../roles';
import { always, among, hiddenBut, toAll, toNobody, type Row, type Rule } from '../rule';
import { KNOWN } from './question-knowledge';

const door = 'signed in' as const;
const bid = 'bid';

/** A bid is there for those who make it alone, before opening and after: the panel reads it as evaluation. */
const theirs = hiddenBut('lead of the bid', 'editor of the bid');
const rivals = hiddenBut('rival');

const mine = (rule: Rule = theirs): Record<string, Rule> => ({
  draft: rule,
  submitted: rule,
  'in evaluation': rule,
  awarded: rule,
  "the rival's": rivals,
});

export const BIDS: Row[] = [
  { route: 'bids', door, states: always(toAll) },
  {
    // Terms and odds are shown before the first word, to everybody who knows of the question.
    route: 'questions/:reference/bid',
    door,
    of: 'question',
    states: {
      draft: hiddenBut(...ASKING_TEAM),
      open: hiddenBut(...KNOWN.network),
      'open to invited': hiddenBut(...KNOWN.invited),
      closed: hiddenBut(...KNOWN.network),
    },
  },
  // The questions of the scenes ask for no expressions of interest.
  ...['expression', 'expression/withdraw', 'expressions'].map((end): Row => ({
    route: `questions/:reference/${end}`,
    door,
    of: 'question',
    states: { open: toNobody, 'in evaluation': toNobody },
  })),
  { route: 'expressions/:reference', door, of: 'question', states: { open: toNobody } },
  // Only where the question says who may bid; those of the scenes say nothing.
  { route: 'questions/:reference/eligibility', door, of: 'question', states: { open: toNobody } },
  { route: 'bids/:reference', door, of: bid, states: mine() },
  { route: 'bids/:reference/sections/:section', door, of: bid, states: mine() },
  { route: 'bids/:reference/autosave', door: 'open', of: bid, states: { draft: toNobody } },
  { route: 'bids/:reference/versions', door, of: bid, states: mine() },
  { route: 'bids/:reference/team', door, of: bid, states: mine() },
  {
    route: 'bids/:reference/invitation',
    door,
    of: bid,
    states: { draft: hiddenBut('invited expert'), submitted: toNobody },
  },
  // Whoever is asked to sign reads it too; the scene has nobody so asked (see the tests of the page).
  { route: 'bids/:reference/sign-off', door, of: bid, states: mine() },
  { route: 'bids/:reference/lot-order', door, of: bid, states: mine() },
  { route: 'bids/:reference/kept', door, of: bid, states: mine() },
  { route: 'bids/:reference/check', door, of: bid, states: mine() },
  ...['bids/:reference/receipt', 'bids/:reference/receipt.json'].map((route): Row => ({
    route,
    door,
    of: bid,
    states: { ...mine(), draft: toNobody },
  })),
  // Its makers read here who may take it back; the form is taken from the lead alone (see the attempts).
  { route: 'bids/:reference/withdraw', door, of: bid, states: mine() },
  { route: 'bids/:reference/discard', door, of: bid, states: { draft: theirs, submitted: theirs } },
  { route: 'receipts/check', door, states: always(toAll) },
  {
    // Opening takes the moderator and the budget holder.
    route: 'questions/:reference/opening',
    door,
    of: 'question',
    states: {
      // The budget holder is named from the start, and can name a deputy.
      draft: among(ASKING_TEAM, { opens: ['budget holder'] }),
      open: among(KNOWN.network, { opens: ['moderator', 'budget holder'] }),
      closed: among(KNOWN.network, { opens: ['moderator', 'budget holder'] }),
      'open to invited': among(KNOWN.invited, { opens: ['moderator', 'budget holder'] }),
    },
  },
  {
    route: 'bids/:reference/exclude',
    door,
    of: bid,
    states: {
      submitted: toNobody,
      'in evaluation': among(['evaluator'], { opens: ['moderator'] }),
    },
  },
];
