import { Lines } from '~/components/lines';
import { CHALLENGE_OUTCOMES, GROUNDS } from '~/domain/awards/challenge/challenge';
import type { ChallengeOnFile } from '~/domain/awards/file/decision-record.server';
import { showInstant } from '~/domain/uk-time';
import { SummaryList } from '~/ui/content/summary-list';

const words = (named: Record<string, string>, name: string) => named[name] ?? name;

/** Challenges to the decision with what became of them; nothing where there was none. */
export const ChallengesOnFile = ({ challenges }: { challenges: ChallengeOnFile[] }) =>
  challenges.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">Challenges</h2>
      {challenges.map((one) => (
        <SummaryList
          key={`${one.bid} ${one.lodgedAt}`}
          card={{ title: `Lodged on ${showInstant(one.lodgedAt)}` }}
          rows={[
            { key: 'Grounds', value: one.grounds.map((ground) => words(GROUNDS, ground)).join('. ') },
            { key: 'Challenge', value: <Lines text={one.text} /> },
            {
              key: 'Decision',
              value: one.outcome ? words(CHALLENGE_OUTCOMES, one.outcome) : 'Not decided yet',
            },
            one.reasons !== null && { key: 'Reasons', value: <Lines text={one.reasons} /> },
            one.decidedBy !== null && { key: 'Decided by', value: one.decidedBy },
          ]}
        />
      ))}
    </>
  );
