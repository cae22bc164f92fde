import { KIND_NAMES, type KindOnDay } from '~/domain/strategy/priority-set';
import { showPeriod, showWritten } from '~/domain/strategy/written-date';
import type { TermStanding } from '~/domain/taxonomy/term';
import { asSentence } from '~/domain/taxonomy/wording';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';

interface SetShown {
  slug: string;
  document: string;
  standing: TermStanding;
  interim: boolean;
  owner: string | null;
  note: string;
  startsWritten: string;
  endsWritten: string | null;
  priorities: { reference: string; name: string }[];
}

/** The priorities of one kind on a day: the list, that its content is unknown, or that none is known to hold. */
export function KindInForce({ kind, current, last }: KindOnDay<SetShown>) {
  return (
    <section>
      <h3 className="govuk-heading-m">{KIND_NAMES[kind]}</h3>
      {current.length === 0 && <NoneInForce last={last} />}
      {current.map((set) => (
        <SetInForce key={set.slug} set={set} />
      ))}
    </section>
  );
}

function NoneInForce({ last }: { last: SetShown | null }) {
  if (!last) return <p className="govuk-body">No list of this kind is known for that day.</p>;
  return (
    <p className="govuk-body">
      No list of this kind is known to be in force. The last one,{' '}
      <a className="govuk-link" href={paths.prioritySet(last.slug)}>
        {last.document}
      </a>
      , ended in {showWritten(last.endsWritten ?? '')}.
    </p>
  );
}

function SetInForce({ set }: { set: SetShown }) {
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-2">
        <a className="govuk-link" href={paths.prioritySet(set.slug)}>
          {set.document}
        </a>
        , {showPeriod(set.startsWritten, set.endsWritten)} {set.interim && <Tag colour="purple">Interim</Tag>}
        {set.interim && ` Of ${set.owner ?? 'one organisation'}, not of the whole system`}
      </p>
      {set.standing === 'unknown' && (
        <p className="govuk-body">
          <Tag colour="yellow">List unknown</Tag> {asSentence(set.note) || 'Its priorities were not found.'}
        </p>
      )}
      <ul className="govuk-list govuk-list--bullet">
        {set.priorities.map(({ reference, name }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.priority(reference)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
