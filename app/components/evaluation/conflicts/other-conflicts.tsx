import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { against, Evidence, StateTag, type ShownConflict } from './conflict-words';

export interface OtherConflict extends ShownConflict {
  stage: string | null;
  decided: { by: string; at: Date | string | null; reason: string } | null;
  decides: boolean;
}

/** Declared, decided, and suspected where the reader does not decide. */
export const OtherConflicts = ({ question, conflicts }: { question: string; conflicts: OtherConflict[] }) =>
  conflicts.map((one) => (
    <SummaryList
      key={one.reference}
      card={{ title: one.person.name, ...actionsOf(question, one) }}
      rows={[
        { key: 'State', value: <StateTag state={one.state} /> },
        { key: 'About', value: against(one) },
        { key: 'Evidence', value: <Evidence conflict={one} /> },
        one.decided && {
          key: 'Decision',
          value: (
            <>
              <span className="whitespace-pre-line">{one.decided.reason}</span>
              <br />
              {one.decided.by}, {one.decided.at && showInstant(one.decided.at)}
            </>
          ),
        },
      ]}
    />
  ));

function actionsOf(question: string, { decides, state, stage, person, reference }: OtherConflict) {
  if (!decides) return {};
  if (state === 'declared' && stage)
    return {
      actions: [
        {
          href: paths.declarations(question),
          text: 'See the declaration',
          about: `of ${person.name}`,
        },
      ],
    };
  if (state === 'declared') return {};
  const text = state === 'confirmed' ? 'Lift' : 'Decide';
  return { actions: [{ href: paths.conflict(reference), text, about: `the conflict of ${person.name}` }] };
}
