import type { Divergence, OneSided } from '~/domain/strategy/following/divergence';
import { paths } from '~/paths';

/** Every two followed sets with what is in one and not the other, by the threat areas they cover. */
export function SetsApart({ apart, mayCompare }: { apart: readonly Divergence[]; mayCompare: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-l">Different priorities</h2>
      {apart.map(({ one, other, followers, onlyInOne, onlyInOther, shared, unmapped }) => (
        <section key={`${one.slug} ${other.slug}`}>
          <h3 className="govuk-heading-m">
            {one.document} and {other.document}
          </h3>
          <p className="govuk-body">
            {followers.one.join(', ')} {followers.one.length === 1 ? 'follows' : 'follow'} the first,{' '}
            {followers.other.join(', ')} the second.{' '}
            {mayCompare && (
              <a className="govuk-link" href={paths.compareSets({ one: one.slug, other: other.slug })}>
                Compare them
                <span className="govuk-visually-hidden">
                  : {one.document} and {other.document}
                </span>
              </a>
            )}
          </p>
          <Only title={`Only in ${one.document}`} priorities={onlyInOne} />
          <Only title={`Only in ${other.document}`} priorities={onlyInOther} />
          <p className="govuk-body">Covered by both: {shared.join(', ') || 'no threat area'}.</p>
          {unmapped.length > 0 && (
            <p className="govuk-body">
              Not mapped to any threat area, so not compared: {unmapped.join(', ')}.
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function Only({ title, priorities }: { title: string; priorities: readonly OneSided[] }) {
  return (
    <>
      <h4 className="govuk-heading-s">{title}</h4>
      {priorities.length === 0 && <p className="govuk-body">Nothing.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {priorities.map(({ name, areas }) => (
          <li key={name}>
            {name}
            {areas.join() !== name && <span className="govuk-hint"> covers {areas.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
