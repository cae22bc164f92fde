import type { ClearanceStanding } from '~/domain/questions/clearance/clearance';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';

const WORDS: Record<Exclude<ClearanceStanding, 'enough'>, string> = {
  below: 'Your profile declares less, so you cannot be awarded it unless you hold that by then.',
  expired:
    'What your profile declares has expired, so you cannot be awarded it unless it is renewed by then.',
  unstated: 'Your profile declares none. Without it you cannot be awarded the work.',
};

/** Before the first word: whether the work takes a clearance that the reader does not declare. */
export const Clearance = ({ needed, standing }: { needed: string; standing: ClearanceStanding }) =>
  standing === 'enough' ? (
    <p className="govuk-body">
      Those who do the work need this clearance: {needed}. Your profile declares enough.
    </p>
  ) : (
    <WarningText>
      Those who do the work need this clearance: {needed}. {WORDS[standing]}{' '}
      <a className="govuk-link" href={paths.ownProfile()}>
        Your profile
      </a>
    </WarningText>
  );
