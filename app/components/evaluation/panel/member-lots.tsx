import { paths } from '~/paths';

interface Props {
  view: { reference: string; may: { change: boolean } };
  member: { reference: string; name: string; evaluates: boolean; lots: number[] };
}

/** Which lots a member judges bids of, and where to say so. */
export function MemberLots({ view, member }: Props) {
  const { name, evaluates, lots } = member;
  if (!evaluates) return <>All</>;
  const shown = lots.length === 0 ? 'All' : lots.join(', ');
  if (!view.may.change) return <>{shown}</>;
  return (
    <>
      {shown}{' '}
      <a className="govuk-link" href={paths.panelLots(view.reference, member.reference)}>
        Change<span className="govuk-visually-hidden"> the lots of {name}</span>
      </a>
    </>
  );
}
