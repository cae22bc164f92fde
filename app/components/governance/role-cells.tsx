import { Fragment } from 'react';
import type { Held } from '~/domain/governance/responsibilities/queries/responsibilities.server';
import type { Role } from '~/domain/governance/responsibilities/responsibility';
import { paths } from '~/paths';

/** Who has one role in something, each with its level. */
export function RoleCells({ held, role }: { held: readonly Held[]; role: Role }) {
  const those = held.filter((one) => one.role === role);
  return (
    <>
      {those.map(({ reference, name, organisation, team, level, closed }, index) => (
        <Fragment key={reference}>
          {index > 0 && <br />}
          <a className="govuk-link" href={paths.organisation(organisation)}>
            {name}
          </a>
          {team && `, ${team}`}
          {level && ` (${level})`}
          {closed && ' – closed'}
        </Fragment>
      ))}
    </>
  );
}
