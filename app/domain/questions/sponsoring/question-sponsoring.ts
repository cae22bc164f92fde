import { teamPlace, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { mayRun, ownsQuestion, type QuestionForPolicy } from '../question-policy';
import type { SetAsideFor, StoredSponsorship } from './stored-sponsoring.server';
import { sponsorshipState, type SponsorshipState } from './sponsorship';
import { mayReopen, maySeeSponsors } from './sponsorship-policy';

export interface ShownSponsor {
  /** Leads to its page; null where the reader is of neither team. */
  reference: string | null;
  team: StoredSponsorship['team'];
  neededFor: string;
  neededBy: string;
}

export interface QuestionSponsoring {
  sponsors: ShownSponsor[];
  /** Waiting requests: all to those who answer them, one's own team's to its people. */
  requests: { reference: string; team: string; toAnswer: boolean }[];
  /** For a draft that was set aside. */
  setAside: {
    state: SponsorshipState | null;
    question: { reference: string; title: string } | null;
    finding: { reference: string; title: string } | null;
    reason: string;
    sponsorship: string | null;
    reopen: boolean;
  } | null;
}

interface Stored {
  sponsorships: StoredSponsorship[];
  setAsideFor: SetAsideFor | null;
}

/** What an actor is shown of the teams beside a question's own. */
export function sponsoringFor(
  actor: Actor,
  question: QuestionForPolicy,
  { sponsorships, setAsideFor }: Stored,
): QuestionSponsoring {
  const owns = ownsQuestion(actor, question);
  const isOf = ({ teamId }: StoredSponsorship) => teamPlace(actor, teamId) !== undefined;
  const shown = maySeeSponsors(actor, question) ? sponsorships.filter(({ accepted }) => accepted) : [];
  const waiting = sponsorships.filter((one) => !one.accepted && new Date(one.lapsesAt) > actor.asOf);
  const toAnswer = isAllowed(mayRun(actor, question));
  return {
    sponsors: shown.map((one) => ({
      reference: owns || isOf(one) ? one.reference : null,
      team: one.team,
      neededFor: one.neededFor,
      neededBy: one.neededBy,
    })),
    requests: waiting
      .filter((one) => owns || isOf(one))
      .map((one) => ({ reference: one.reference, team: one.team.name, toAnswer: toAnswer && !isOf(one) })),
    setAside: setAsideFor && setAsideShown(actor, question, setAsideFor),
  };
}

function setAsideShown(actor: Actor, draft: QuestionForPolicy, { joined, finding }: SetAsideFor) {
  const stages = joined && {
    lapsesAt: new Date(joined.lapsesAt),
    acceptedAt: joined.acceptedAt ? new Date(joined.acceptedAt) : null,
    endedAt: joined.endedAt ? new Date(joined.endedAt) : null,
    ending: joined.ending,
  };
  return {
    state: stages && sponsorshipState(stages, actor.asOf),
    question: joined?.question ?? null,
    finding,
    reason: joined?.reason ?? '',
    sponsorship: joined?.reference ?? null,
    reopen: isAllowed(mayReopen(actor, draft, stages)),
  };
}
